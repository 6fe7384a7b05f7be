package socketscope.constant;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** An integer of one to eight bytes, or some bits of one. */
final class NumberForm extends ValueForm {

  private final Constants system;
  private final int width;
  private final boolean signed;
  private final boolean networkOrder;
  private final Optional<ConstantSet> names;
  private final int firstBit;
  private final int bits;

  private NumberForm(
      Constants system,
      int width,
      boolean signed,
      boolean networkOrder,
      Optional<ConstantSet> names,
      int firstBit,
      int bits) {
    this.system = system;
    this.width = width;
    this.signed = signed;
    this.networkOrder = networkOrder;
    this.names = names;
    this.firstBit = firstBit;
    this.bits = bits;
  }

  /** In the machine's order. */
  static NumberForm of(Constants system, int width, boolean signed) {
    return new NumberForm(system, width, signed, false, Optional.empty(), 0, 8 * width);
  }

  /** In network order, without a sign. */
  static NumberForm inNetworkOrder(Constants system, int width) {
    return new NumberForm(system, width, false, true, Optional.empty(), 0, 8 * width);
  }

  /** The same, read with the names of a set. */
  NumberForm named(ConstantSet set) {
    return new NumberForm(system, width, signed, networkOrder, Optional.of(set), firstBit, bits);
  }

  /** Some bits of the same, from the lowest one. */
  NumberForm bits(int first, int count) {
    return new NumberForm(system, width, signed, networkOrder, names, first, count);
  }

  /** Whether it is some bits of a number only. */
  boolean isPart() {
    return bits < 8 * width;
  }

  /** How many of its bits are used, and those before it. */
  int lastBit() {
    return firstBit + bits;
  }

  @Override
  public int size() {
    return width;
  }

  @Override
  public String typeInC() {
    String type =
        switch (width) {
          case Byte.BYTES -> "char";
          case Short.BYTES -> "short";
          case Integer.BYTES -> "int";
          default -> "long";
        };
    return signed ? type : "unsigned " + type;
  }

  @Override
  public String usage() {
    return "1";
  }

  @Override
  int alignment() {
    return width;
  }

  @Override
  Constants system() {
    return system;
  }

  /** Several in braces or brackets are one after the other. */
  @Override
  int put(Value value, Image image, int at) throws ValueException {
    List<Value> values =
        switch (value) {
          case Value.Structure(List<Value.Field> fields) ->
              fields.stream().map(Value.Field::value).toList();
          case Value.Array(List<Value> elements) -> elements;
          case Value.Word _, Value.Text _ -> List.of(value);
        };
    int end = at;
    for (Value each : values) {
      end = putOne(number(each), image, end);
    }
    return end;
  }

  private int putOne(long number, Image image, int at) {
    if (isPart()) {
      long mask = (1L << bits) - 1 << firstBit;
      long before = image.at(at) & ~mask;
      return image.put(at, before | number << firstBit & mask, width);
    }
    return image.put(at, inOrder(number), width);
  }

  private long inOrder(long number) {
    boolean reversed = networkOrder && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    return reversed ? Long.reverseBytes(number) >>> 64 - 8 * width : number;
  }

  @Override
  Value get(ByteBuffer bytes, List<byte[]> pointed) {
    long number = read(bytes);
    return new Value.Word(
        names
            .map(set -> system.constant(set, number).spelled())
            .orElse(signed ? Long.toString(number) : Long.toUnsignedString(number)));
  }

  /** The number that stands there. */
  long read(ByteBuffer bytes) {
    long whole =
        switch (width) {
          case Byte.BYTES -> bytes.get(0);
          case Short.BYTES -> bytes.getShort(0);
          case Integer.BYTES -> bytes.getInt(0);
          default -> bytes.getLong(0);
        };
    if (isPart()) {
      return whole >>> firstBit & (1L << bits) - 1;
    }
    long mask = width == Long.BYTES ? -1 : (1L << 8 * width) - 1;
    return signed ? whole : inOrder(whole & mask) & mask;
  }

  /** The number of a value that may be written {@code htons(5000)}, as in C. */
  @Override
  long number(Value value) throws ValueException {
    if (networkOrder && value instanceof Value.Word(String text) && text.matches("hton[sl]\\(.*")) {
      return super.number(new Value.Word(text.substring(text.indexOf('(') + 1, text.length() - 1)));
    }
    return super.number(value);
  }
}
