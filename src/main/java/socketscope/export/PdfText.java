package socketscope.export;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Strings of PDF (ISO 32000-1, 7.9.2 and annex D). */
final class PdfText {

  private static final Charset WIN_ANSI = Charset.forName("windows-1252");

  private PdfText() {}

  /** A string outside of pages, in any script. */
  static String unicode(String text) {
    return "<FEFF" + HexFormat.of().withUpperCase().formatHex(bytes(text)) + ">";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_16BE);
  }

  /** A string on a page, in the encoding of its font; letters that it does not have become "?". */
  static String shown(String text) {
    String known = text.replace("→", "->").replace("←", "<-");
    return "<" + HexFormat.of().formatHex(known.getBytes(WIN_ANSI)) + ">";
  }
}
