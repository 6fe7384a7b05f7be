package socketscope.event;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import socketscope.constant.Escapes;
import socketscope.constant.ValueException;

/**
 * An immutable run of bytes, written as a C string literal: {@code "hola\x00\n"}. One that repeats
 * itself is kept, and written, as what it repeats: {@code "x" * 100000}.
 */
public final class Bytes {

  /** More than that in one call is refused: it would have to be in memory as a whole. */
  static final int MOST = 1 << 26;

  /** A shorter run is easier to read as it is. */
  private static final int FOLDED_FROM = 256;

  private static final int LONGEST_UNIT = 64;

  private final byte[] unit;
  private final int times;

  private Bytes(byte[] unit, int times) {
    this.unit = unit;
    this.times = times;
  }

  /** A copy of the given bytes. */
  public static Bytes copyOf(byte[] bytes) {
    return new Bytes(bytes.clone(), 1);
  }

  /** The bytes of a C int, in the machine's order. */
  public static Bytes ofInt(int number) {
    return new Bytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(number).array(),
        1);
  }

  /** The UTF-8 form of a text. */
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8), 1);
  }

  /**
   * These bytes over and over.
   *
   * @throws IllegalArgumentException where that is more than 64 MiB, or fewer than no times
   */
  public Bytes times(int count) {
    if (count < 0 || (long) length() * count > MOST) {
      throw new IllegalArgumentException(length() + " bytes * " + count);
    }
    return new Bytes(toArray(), count);
  }

  /** Pieces of those lengths, one after the other; what is missing at the end is left out. */
  public List<Bytes> split(List<Long> lengths) {
    byte[] all = toArray();
    List<Bytes> pieces = new ArrayList<>();
    int at = 0;
    for (long length : lengths) {
      int end = (int) Math.min(all.length, at + length);
      pieces.add(copyOf(Arrays.copyOfRange(all, at, end)));
      at = end;
    }
    return pieces;
  }

  /** Those bytes one after another. */
  public static Bytes joined(List<Bytes> pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pieces.forEach(piece -> all.writeBytes(piece.toArray()));
    return new Bytes(all.toByteArray(), 1);
  }

  /** The same bytes, kept as what they repeat where they are many and do so. */
  public Bytes folded() {
    if (times != 1 || unit.length < FOLDED_FROM) {
      return this;
    }
    for (int period = 1; period <= LONGEST_UNIT; period++) {
      boolean whole = unit.length % period == 0;
      if (whole && Arrays.equals(unit, 0, unit.length - period, unit, period, unit.length)) {
        return new Bytes(Arrays.copyOf(unit, period), unit.length / period);
      }
    }
    return this;
  }

  /** How many bytes there are. */
  public int length() {
    return unit.length * times;
  }

  /** What is repeated: all of it where nothing is. */
  public Bytes unit() {
    return times == 1 ? this : new Bytes(unit, 1);
  }

  /** How often {@link #unit} stands here. */
  public int count() {
    return times;
  }

  /** A copy. */
  public byte[] toArray() {
    return toArray(length());
  }

  /** A copy of the first ones, so many at most. */
  public byte[] toArray(int most) {
    byte[] all = Arrays.copyOf(unit, Math.min(most, length()));
    for (int at = unit.length; at < all.length; at += unit.length) {
      System.arraycopy(unit, 0, all, at, Math.min(unit.length, all.length - at));
    }
    return all;
  }

  /**
   * The bytes as a C string literal without its quotes: what is valid, printable UTF-8 stands for
   * itself, all else is escaped ({@code \n}, {@code \"}, {@code \x00}). {@link #unescape} reads it.
   */
  public String escaped() {
    return Escapes.escape(toArray());
  }

  /**
   * Reads an escaped text.
   *
   * @throws NotationException at a backslash that starts no escape
   */
  public static Bytes unescape(String text) throws NotationException {
    try {
      return new Bytes(Escapes.unescape(text), 1);
    } catch (ValueException e) {
      throw new NotationException(NotationException.Reason.ESCAPE, e.part(), e.offset());
    }
  }

  /** Two hexadecimal digits a byte; {@link #ofHex} reads it. */
  public String hex() {
    return HexFormat.of().formatHex(toArray());
  }

  /**
   * Reads hexadecimal digits, two a byte.
   *
   * @throws IllegalArgumentException where there is anything else
   */
  public static Bytes ofHex(String digits) {
    return new Bytes(HexFormat.of().parseHex(digits), 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that
        && length() == that.length()
        && (times == that.times && Arrays.equals(unit, that.unit)
            || Arrays.equals(toArray(), that.toArray()));
  }

  @Override
  public int hashCode() {
    return 31 * length() + Arrays.hashCode(toArray(LONGEST_UNIT));
  }

  /** In double quotes; {@link Argument#parse} reads it. */
  @Override
  public String toString() {
    String quoted = '"' + Escapes.escape(unit) + '"';
    return times == 1 ? quoted : quoted + " * " + times;
  }
}
