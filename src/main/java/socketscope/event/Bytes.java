package socketscope.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of bytes, written as a C string literal: {@code hola\x00\n}. */
public final class Bytes {

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of the given bytes. */
  public static Bytes copyOf(byte[] bytes) {
    return new Bytes(bytes.clone());
  }

  /** The UTF-8 form of a text. */
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** How many bytes there are. */
  public int length() {
    return bytes.length;
  }

  /** A copy. */
  public byte[] toArray() {
    return bytes.clone();
  }

  /** A copy of the first ones, so many at most. */
  public byte[] toArray(int most) {
    return Arrays.copyOf(bytes, Math.min(most, bytes.length));
  }

  /**
   * The bytes as a C string literal without its quotes: what is valid, printable UTF-8 stands for
   * itself, all else is escaped ({@code \n}, {@code \"}, {@code \x00}). {@link #unescape} reads it.
   */
  public String escaped() {
    return Escapes.escape(bytes);
  }

  /**
   * Reads an escaped text.
   *
   * @throws NotationException at a backslash that starts no escape
   */
  public static Bytes unescape(String text) throws NotationException {
    return new Bytes(Escapes.unescape(text));
  }

  /** Two hexadecimal digits a byte; {@link #ofHex} reads it. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * Reads hexadecimal digits, two a byte.
   *
   * @throws IllegalArgumentException where there is anything else
   */
  public static Bytes ofHex(String digits) {
    return new Bytes(HexFormat.of().parseHex(digits));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return '"' + escaped() + '"';
  }
}
