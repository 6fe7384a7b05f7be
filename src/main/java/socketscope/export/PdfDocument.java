package socketscope.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/** Writes the objects of a PDF file and the table of where they are (ISO 32000-1, 7.5). */
final class PdfDocument {

  private static final int CATALOG = 1;
  private static final int PAGES = 2;
  private static final int FONT = 3;
  private static final int INFORMATION = 4;
  private static final int FIRST_PAGE = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> places = new ArrayList<>();
  private final List<byte[]> contents = new ArrayList<>();
  private final String box;
  private final String title;

  PdfDocument(double width, double height, String title) {
    this.box = String.format(Locale.ROOT, "[0 0 %.2f %.2f]", width, height);
    this.title = title;
  }

  /** Adds a page that is drawn by those operators. */
  void page(String operators) {
    contents.add(operators.getBytes(StandardCharsets.ISO_8859_1));
  }

  byte[] finish() {
    write("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < contents.size(); i++) {
      kids.append(FIRST_PAGE + 2 * i).append(" 0 R ");
    }
    object("<< /Type /Catalog /Pages " + PAGES + " 0 R >>");
    object("<< /Type /Pages /Count " + contents.size() + " /Kids [ " + kids + "] >>");
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    object("<< /Title " + PdfText.unicode(title) + " /Producer (Socketscope) >>");
    for (byte[] content : contents) {
      int number = places.size() + 1;
      object(
          "<< /Type /Page /Parent %d 0 R /MediaBox %s /Contents %d 0 R /Resources << /Font << /F %d 0 R >> >> >>"
              .formatted(PAGES, box, number + 1, FONT));
      stream(content);
    }
    return table();
  }

  private void object(String content) {
    begin();
    write(content + "\nendobj\n");
  }

  private void begin() {
    places.add(out.size());
    write(places.size() + " 0 obj\n");
  }

  private void stream(byte[] content) {
    byte[] packed = pack(content);
    begin();
    write("<< /Length " + packed.length + " /Filter /FlateDecode >>\nstream\n");
    out.writeBytes(packed);
    write("\nendstream\nendobj\n");
  }

  private static byte[] pack(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(content);
      deflater.finish();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    return packed.toByteArray();
  }

  private byte[] table() {
    int start = out.size();
    write("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
    places.forEach(place -> write(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
    write(
        "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(places.size() + 1, CATALOG, INFORMATION, start));
    return out.toByteArray();
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
