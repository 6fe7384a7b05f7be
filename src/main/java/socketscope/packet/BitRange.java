package socketscope.packet;

/**
 * Which bits of a field's bytes it has, numbered as the standards draw them: bit 0 is the most
 * significant one of the first byte.
 *
 * @param first the first bit
 * @param count how many there are
 */
public record BitRange(int first, int count) {

  /** All bits of so many bytes. */
  static BitRange ofBytes(int length) {
    return new BitRange(0, 8 * length);
  }

  /** Whether that bit belongs to it. */
  boolean contains(int bit) {
    return bit >= first && bit < first + count;
  }
}
