package socketscope.explain;

import socketscope.event.Bytes;

/** Bytes as strace writes them: printable ASCII, C's escapes, and octal; the first 32 of more. */
final class ByteSpelling {

  private static final int SHOWN = 32;

  private ByteSpelling() {}

  static String quoted(Bytes bytes) {
    return quoted(
        bytes.toArray(SHOWN + 1), Math.min(bytes.length(), SHOWN), bytes.length() > SHOWN);
  }

  /** All of them, as strace writes the bytes of an address. */
  static String whole(Bytes bytes) {
    return quoted(bytes.toArray(), bytes.length(), false);
  }

  private static String quoted(byte[] all, int end, boolean cut) {
    StringBuilder text = new StringBuilder("\"");
    for (int at = 0; at < end; at++) {
      int next = at + 1 < end ? all[at + 1] : 0;
      append(text, all[at] & 0xff, next >= '0' && next <= '9');
    }
    return text.append(cut ? "\"..." : "\"").toString();
  }

  private static void append(StringBuilder text, int value, boolean beforeDigit) {
    switch (value) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\f' -> text.append("\\f");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case 11 -> text.append("\\v");
      default -> {
        if (value >= ' ' && value <= '~') {
          text.append((char) value);
        } else {
          // Three digits before a digit, so that it is not read as part of the escape.
          text.append(String.format(beforeDigit ? "\\%03o" : "\\%o", value));
        }
      }
    }
  }
}
