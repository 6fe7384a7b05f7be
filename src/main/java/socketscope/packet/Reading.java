package socketscope.packet;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a packet means among those before it.
 *
 * @param kind for its colour and shape
 * @param label a few words: {@code SYN, ACK seq=0 ack=1}
 * @param happenings what it does, in the order of {@link Happening}
 * @param connection which TCP connection it belongs to, counted from 0 in the order of their first
 *     packets; empty for other protocols
 * @param numbers those of a TCP segment
 * @param cause for an ICMP error the index of the packet that it is about, where that was seen
 */
public record Reading(
    Packet packet,
    PacketKind kind,
    String label,
    Set<Happening> happenings,
    OptionalInt connection,
    Optional<SegmentNumbers> numbers,
    OptionalInt cause) {

  public Reading {
    EnumSet<Happening> copy = EnumSet.noneOf(Happening.class);
    copy.addAll(happenings);
    happenings = Collections.unmodifiableSet(copy);
  }

  /** Whether it does that. */
  public boolean is(Happening happening) {
    return happenings.contains(happening);
  }
}
