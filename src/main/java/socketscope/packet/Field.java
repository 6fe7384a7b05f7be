package socketscope.packet;

import java.util.List;
import socketscope.event.Bytes;

/**
 * One field of a header and its bytes in the packet.
 *
 * @param name what its standard calls it
 * @param value as people read it: {@code 64}, {@code 0x1c46}, {@code 6 (TCP)}
 * @param offset its first byte, counted from the start of the packet
 * @param length how many bytes it touches
 * @param bits which of their bits it has
 * @param parts the fields inside of it: the flags, the options
 */
public record Field(
    String name, String value, int offset, int length, BitRange bits, List<Field> parts) {

  public Field {
    parts = List.copyOf(parts);
  }

  /** A field of whole bytes without parts. */
  static Field ofBytes(String name, String value, int offset, int length) {
    return new Field(name, value, offset, length, BitRange.ofBytes(length), List.of());
  }

  /** Whether it shares a byte with another field. */
  public boolean bitField() {
    return bits.count() != 8 * length;
  }

  /** The first byte after it. */
  public int end() {
    return offset + length;
  }

  /** Its bits in their place, those of others as dots: {@code 0100 ....}. */
  public String bitPattern(Bytes packet) {
    byte[] bytes = packet.toArray();
    StringBuilder pattern = new StringBuilder(10 * length);
    for (int bit = 0; bit < 8 * length; bit++) {
      if (bit > 0 && bit % 4 == 0) {
        pattern.append(' ');
      }
      int value = bytes[offset + bit / 8] >> (7 - bit % 8) & 1;
      pattern.append(bits.contains(bit) ? (char) ('0' + value) : '.');
    }
    return pattern.toString();
  }
}
