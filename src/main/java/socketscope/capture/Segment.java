package socketscope.capture;

/**
 * The part of a TCP header that says whether more must follow (RFC 9293, section 3.1).
 *
 * @param sequence the sequence number, 32 bits
 * @param acknowledgment the acknowledgment number, 32 bits
 * @param flags the eight control bits
 * @param length bytes of data
 */
record Segment(int sequence, int acknowledgment, int flags, int length) {

  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int RST = 4;
  private static final int ACK = 16;

  /** The sequence number that its acknowledgment names. */
  int end() {
    return sequence + length + (flags & FIN) + (flags & SYN) / SYN;
  }

  boolean resets() {
    return (flags & RST) != 0;
  }

  boolean acknowledges() {
    return (flags & ACK) != 0;
  }

  /** Whether it asks for a connection. */
  boolean opens() {
    return (flags & (SYN | ACK | RST)) == SYN;
  }
}
