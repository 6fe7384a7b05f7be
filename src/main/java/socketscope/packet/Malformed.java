package socketscope.packet;

import java.util.List;

/** Bytes that contradict their standard, so that nothing more is read from them. */
public record Malformed(int offset, int length, Problem problem) implements Layer {

  /** What is wrong. */
  public enum Problem {
    /** The first four bits are neither 4 nor 6. */
    IP_VERSION,
    /** The IPv4 header says it is shorter than 20 bytes, or longer than the datagram. */
    IP_HEADER_LENGTH,
    /** An extension header of IPv6 reaches over the end. */
    EXTENSION_HEADER,
    /** What is left of the datagram cannot hold the next header. */
    TOO_SHORT,
    /** The TCP header says it is shorter than 20 bytes, or longer than the segment. */
    DATA_OFFSET,
    /** The UDP header says the datagram is shorter than 8 bytes, or longer than it can be. */
    UDP_LENGTH
  }

  @Override
  public List<Field> fields() {
    return length == 0 ? List.of() : List.of(Field.ofBytes("Data", "", offset, length));
  }
}
