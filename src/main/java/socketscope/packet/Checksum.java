package socketscope.packet;

/** What a checksum in a header says, and whether it is true (RFC 1071). */
public sealed interface Checksum {

  /** The number in the header. */
  int value();

  /** It fits. */
  record Correct(int value) implements Checksum {}

  /** It does not fit; {@code expected} would. */
  record Wrong(int value, int expected) implements Checksum {}

  /**
   * Not computed: the field holds the sum of the pseudo-header, to which a network card adds the
   * rest when it sends the packet. A packet over loopback meets no card, so it stays like that.
   *
   * @param expected what a card would have put in
   */
  record Offloaded(int value, int expected) implements Checksum {}

  /** Zero in UDP over IPv4: the sender computed none (RFC 768). */
  record Absent() implements Checksum {
    @Override
    public int value() {
      return 0;
    }
  }

  /** It covers bytes that are not in this packet: not captured, or in other fragments. */
  record NotVerifiable(int value) implements Checksum {}
}
