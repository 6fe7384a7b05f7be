package socketscope.packet;

/** Arithmetic of sequence numbers, which start again at zero after 2³²-1: RFC 9293, 3.4. */
final class SequenceNumbers {

  private SequenceNumbers() {}

  static long add(long number, long length) {
    return number + length & 0xffff_ffffL;
  }

  /** How far it is from the one to the other; negative where {@code to} comes first. */
  static int distance(long from, long to) {
    return (int) (to - from);
  }

  static boolean before(long number, long other) {
    return distance(number, other) > 0;
  }
}
