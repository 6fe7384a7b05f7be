package socketscope.packet;

import java.util.OptionalLong;

/**
 * The numbers of a TCP segment as people count: from the start of its connection.
 *
 * @param sequence relative to the initial sequence number of its sender, which is 0
 * @param nextSequence what the sender's next segment starts with
 * @param acknowledgment relative to the other end's initial number; empty where ACK is not set
 * @param initialKnown whether the initial numbers were seen in a SYN; else the first packet that
 *     was seen of an end counts as number 1
 * @param window how many bytes its sender takes from here on, scaled if the scale is known
 * @param windowKnown whether the scale of the window was seen in the handshake
 */
public record SegmentNumbers(
    long sequence,
    long nextSequence,
    OptionalLong acknowledgment,
    boolean initialKnown,
    long window,
    boolean windowKnown) {}
