package socketscope.event;

import org.jspecify.annotations.Nullable;

/**
 * A packet, or several that nothing tells apart, that nobody saw and that the kernel's own
 * counters, states and answers prove. It is never reported and never recorded: it follows from what
 * is.
 *
 * @param stamp a moment between {@code after} and {@code before}, behind what caused it; it is not
 *     known to be the very moment. Names no program
 * @param sender the program whose kernel sent it; empty where that is not known
 * @param receiver the program whose kernel it went to; empty where that is not known
 * @param source the address that it came from; null where that is not known
 * @param destination the address that it went to; null where that is not known
 * @param count how many segments or datagrams there were; a device that carries several segments of
 *     data at once shows them as one packet (segmentation offload)
 * @param bytes how many bytes of the programs' data they carried
 * @param after the last moment at which it is known not to have passed
 * @param before the first moment at which it is known to have passed
 * @param proof what proves it
 * @param header for a SYN, its headers as the receiving kernel kept them; null where it did not
 */
public record PacketInferred(
    Stamp stamp,
    String sender,
    String receiver,
    @Nullable SocketAddress source,
    @Nullable SocketAddress destination,
    Kind kind,
    long count,
    long bytes,
    long after,
    long before,
    Event proof,
    @Nullable SynSaved header)
    implements Event {

  /** The same with so many bytes more. */
  public PacketInferred carrying(long more) {
    return new PacketInferred(
        stamp,
        sender,
        receiver,
        source,
        destination,
        kind,
        count,
        bytes + more,
        after,
        before,
        proof,
        header);
  }

  /** What is known of it. */
  public enum Kind {
    /** A segment that asks for a connection. */
    SYN,
    /** The segment that grants it. */
    SYN_ACK,
    /** A segment of TCP without data, SYN, FIN and RST. */
    ACK,
    /** A segment of TCP with data. */
    DATA,
    /**
     * A segment that closes a direction; where there are data, one of the segments that carry it.
     */
    FIN,
    /** A segment that breaks the connection, or refuses it. */
    RST,
    /** A datagram of UDP. */
    DATAGRAM,
    /** An ICMP error: nobody has that port. */
    PORT_UNREACHABLE
  }
}
