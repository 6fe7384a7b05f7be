package socketscope.constant;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The escapes of a C string literal (ISO C, section 6.4.4.4), with {@code \xHH} always two digits.
 */
public final class Escapes {

  private static final String LETTERS = "ntr\\\"0abfv";
  private static final byte[] MEANT = {'\n', '\t', '\r', '\\', '"', 0, 7, '\b', '\f', 11};

  private Escapes() {}

  /** What is valid, printable UTF-8 stands for itself, all else is escaped. */
  public static String escape(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length + 8);
    for (int at = 0; at < bytes.length; ) {
      int length = printableAt(bytes, at);
      if (length > 0) {
        text.append(new String(bytes, at, length, StandardCharsets.UTF_8));
        at += length;
      } else {
        appendEscape(text, bytes[at++]);
      }
    }
    return text.toString();
  }

  private static void appendEscape(StringBuilder text, byte value) {
    switch (value) {
      case '\n' -> text.append("\\n");
      case '\t' -> text.append("\\t");
      case '\r' -> text.append("\\r");
      case '\\' -> text.append("\\\\");
      case '"' -> text.append("\\\"");
      default ->
          text.append("\\x")
              .append(Character.forDigit(value >> 4 & 15, 16))
              .append(Character.forDigit(value & 15, 16));
    }
  }

  /** How many bytes from there on are one printable character; 0 where none is. */
  private static int printableAt(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      return first >= 0x20 && first < 0x7f && first != '"' && first != '\\' ? 1 : 0;
    }
    int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || at + length > bytes.length) {
      return 0;
    }
    try {
      String character =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length)).toString();
      int code = character.codePointAt(0);
      return Character.charCount(code) == character.length() && visible(code) ? length : 0;
    } catch (CharacterCodingException e) {
      return 0;
    }
  }

  private static boolean visible(int code) {
    return switch (Character.getType(code)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      default -> true;
    };
  }

  /**
   * The bytes that an escaped text stands for.
   *
   * @throws ValueException at a backslash that starts no escape
   */
  public static byte[] unescape(String text) throws ValueException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int at = 0; at < text.length(); ) {
      if (text.charAt(at) != '\\') {
        int code = text.codePointAt(at);
        bytes.writeBytes(Character.toString(code).getBytes(StandardCharsets.UTF_8));
        at += Character.charCount(code);
      } else if (at + 1 < text.length() && text.charAt(at + 1) == 'x') {
        bytes.write(hex(text, at));
        at += 4;
      } else {
        int letter = at + 1 < text.length() ? LETTERS.indexOf(text.charAt(at + 1)) : -1;
        if (letter < 0) {
          throw new ValueException(ValueException.Reason.ESCAPE, text.substring(at), at);
        }
        bytes.write(MEANT[letter]);
        at += 2;
      }
    }
    return bytes.toByteArray();
  }

  private static int hex(String text, int at) throws ValueException {
    int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
    int low = at + 3 < text.length() ? Character.digit(text.charAt(at + 3), 16) : -1;
    if (high < 0 || low < 0) {
      throw new ValueException(ValueException.Reason.ESCAPE, text.substring(at), at);
    }
    return high << 4 | low;
  }
}
