package socketscope.packet;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongFunction;

/** Reads the numbers of a header and notes down each as a field on the way. */
final class FieldReader {

  private static final HexFormat HEX = HexFormat.of();

  private final byte[] bytes;
  private final int base;
  private final List<Field> fields = new ArrayList<>();

  /** Offsets given to the methods count from {@code base}. */
  FieldReader(byte[] bytes, int base) {
    this.bytes = bytes;
    this.base = base;
  }

  void add(Field field) {
    fields.add(field);
  }

  List<Field> fields() {
    return List.copyOf(fields);
  }

  /** A reader of the parts of a field, with the same offsets. */
  FieldReader parts() {
    return new FieldReader(bytes, base);
  }

  int u8(String name, int at) {
    return (int) number(name, at, 1, Long::toString);
  }

  int u16(String name, int at) {
    return (int) number(name, at, 2, Long::toString);
  }

  long u32(String name, int at) {
    return number(name, at, 4, Long::toString);
  }

  int hex16(String name, int at) {
    return (int) number(name, at, 2, value -> hex(value, 4));
  }

  int named8(String name, int at, LongFunction<String> text) {
    return (int) number(name, at, 1, text);
  }

  /** An unsigned number of one to four bytes. */
  long number(String name, int at, int length, LongFunction<String> text) {
    long value = NetworkOrder.unsigned(bytes, base + at, length);
    fields.add(Field.ofBytes(name, text.apply(value), base + at, length));
    return value;
  }

  /** Bits {@code first} to {@code first + count - 1} of so many bytes. */
  int bits(String name, int at, int length, int first, int count, LongFunction<String> text) {
    long whole = NetworkOrder.unsigned(bytes, base + at, length);
    int value = (int) (whole >>> (8 * length - first - count) & (1L << count) - 1);
    BitRange range = new BitRange(first, count);
    fields.add(new Field(name, text.apply(value), base + at, length, range, List.of()));
    return value;
  }

  int bits(String name, int at, int length, int first, int count) {
    return bits(name, at, length, first, count, Long::toString);
  }

  IpAddress inet4(String name, int at) {
    IpAddress address = new IpAddress.V4((int) NetworkOrder.unsigned(bytes, base + at, 4));
    fields.add(Field.ofBytes(name, address.toString(), base + at, 4));
    return address;
  }

  IpAddress inet6(String name, int at) {
    IpAddress address =
        new IpAddress.V6(
            NetworkOrder.signed64(bytes, base + at), NetworkOrder.signed64(bytes, base + at + 8));
    fields.add(Field.ofBytes(name, address.toString(), base + at, 16));
    return address;
  }

  /** Bytes that are shown as they are; nothing where there are none. */
  void raw(String name, int at, int length) {
    if (length > 0) {
      text(name, at, length, HEX.formatHex(bytes, base + at, base + at + length));
    }
  }

  /** Bytes with a text of the caller's. */
  void text(String name, int at, int length, String value) {
    fields.add(Field.ofBytes(name, value, base + at, length));
  }

  /** A field with parts. */
  void group(String name, String value, int at, int length, BitRange bits, List<Field> parts) {
    fields.add(new Field(name, value, base + at, length, bits, parts));
  }

  static String hex(long value, int digits) {
    return "0x" + HEX.toHexDigits(value, digits);
  }
}
