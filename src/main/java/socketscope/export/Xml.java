package socketscope.export;

import java.util.Locale;

/** Writes pieces of XML (Extensible Markup Language 1.0, sections 2.2 to 2.4). */
final class Xml {

  private Xml() {}

  static String attribute(String name, String value) {
    return " " + name + "=\"" + escape(value) + "\"";
  }

  /** Up to two digits after the point, as few as needed. */
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    if (hundredths % 100 == 0) {
      return Long.toString(hundredths / 100);
    }
    return String.format(Locale.ROOT, "%.2f", hundredths / 100.0).replaceAll("0$", "");
  }

  /** Escapes markup, and replaces what no XML document may hold. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    text.codePoints().forEach(code -> append(escaped, code));
    return escaped.toString();
  }

  private static void append(StringBuilder to, int code) {
    switch (code) {
      case '<' -> to.append("&lt;");
      case '>' -> to.append("&gt;");
      case '&' -> to.append("&amp;");
      case '"' -> to.append("&quot;");
      default -> {
        boolean allowed = code >= 0x20 || code == '\n' || code == '\t' || code == '\r';
        boolean surrogate = code >= 0xd800 && code <= 0xdfff;
        to.appendCodePoint(allowed && !surrogate && (code & 0xfffe) != 0xfffe ? code : 0xfffd);
      }
    }
  }
}
