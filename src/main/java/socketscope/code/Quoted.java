package socketscope.code;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import socketscope.event.Bytes;

/** Bytes in quotes. */
final class Quoted {

  /** How many bytes are printed of longer data. */
  static final int SHOWN = 32;

  /** Longer data is made by the program rather than written down in it. */
  private static final int WRITTEN = 120;

  private static final int LONGEST_PATTERN = 64;

  private Quoted() {}

  /** As the programs print them: ASCII, with the escapes of C; the first ones of many. */
  static String printed(Bytes bytes) {
    String text = '"' + ascii(bytes.toArray(SHOWN)) + '"';
    return bytes.length() > SHOWN ? text + "..." : text;
  }

  /** Printable ASCII as it is, all else escaped: {@code hola\n\x00}. */
  static String ascii(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte value : bytes) {
      text.append(
          switch (value) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default ->
                value >= ' ' && value < 0x7f
                    ? Character.toString(value)
                    : String.format("\\x%02x", value);
          });
    }
    return text.toString();
  }

  /** A literal that C, Java, Rust and Python read alike, of the text that it stands for. */
  static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** The bytes as a text without anything that wants an escape; empty where they are none. */
  static Optional<String> plain(Bytes bytes) {
    return text(bytes, Quoted::isPrintable);
  }

  /** The same, where zeros may be among them: with the escape of Java. */
  static Optional<String> plainWithZeros(Bytes bytes) {
    return text(bytes, code -> code == 0 || isPrintable(code))
        .map(text -> text.replaceAll("\0(?=[0-7])", "\\\\000").replace("\0", "\\0"));
  }

  private static Optional<String> text(Bytes bytes, IntPredicate takes) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toArray())).toString();
      return text.codePoints().allMatch(takes) ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isPrintable(int code) {
    return Character.isLetterOrDigit(code)
        || code == ' '
        || code != '"' && code != '\\' && code > ' ' && code < 0x7f
        || code == '¡'
        || code == '¿';
  }

  static boolean isLong(Bytes bytes) {
    return bytes.length() > WRITTEN;
  }

  /** The shortest beginning that, again and again, gives all of it; empty where there is none. */
  static Optional<Bytes> pattern(Bytes bytes) {
    byte[] all = bytes.toArray();
    for (int period = 1; period <= Math.min(LONGEST_PATTERN, all.length / 2); period++) {
      if (Arrays.equals(all, period, all.length, all, 0, all.length - period)) {
        return Optional.of(Bytes.copyOf(bytes.toArray(period)));
      }
    }
    return Optional.empty();
  }
}
