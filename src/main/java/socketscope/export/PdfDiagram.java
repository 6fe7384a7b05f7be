package socketscope.export;

import java.util.List;
import socketscope.diagram.Diagram;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.layout.Picture;
import socketscope.layout.Sketch;

/**
 * A diagram as a PDF document (ISO 32000-1) on pages of A4, cut between rows, with the names at the
 * top of each page. Its strokes and letters are outlines, so that it needs no font and stays sharp;
 * beneath the letters lies the text, to be searched and copied.
 */
public final class PdfDiagram {

  /** A4 in points, 1/72 inch (ISO 216). */
  private static final double PAGE_WIDTH = 595.28;

  private static final double PAGE_HEIGHT = 841.89;
  private static final double MARGIN = 36;

  private PdfDiagram() {}

  /** As the options say, except that texts are measured in the fonts whose outlines are drawn. */
  public static byte[] of(Diagram diagram, LayoutOptions options, Palette palette, String title) {
    AwtFonts fonts = new AwtFonts();
    Picture picture = Layout.of(diagram, options.measuredBy(fonts::width));
    double scale = (PAGE_WIDTH - 2 * MARGIN) / picture.width();
    double room = (PAGE_HEIGHT - 2 * MARGIN) / scale - picture.headerHeight();
    List<Pages.Page> pages = Pages.of(picture, room);
    PdfDocument document = new PdfDocument(PAGE_WIDTH, PAGE_HEIGHT, title);
    for (Pages.Page page : pages) {
      PdfPen pen = new PdfPen(palette, fonts, picture.metrics().scale());
      // Its y axis points down, from the upper left corner within the margins.
      pen.place(scale, MARGIN, PAGE_HEIGHT - MARGIN);
      draw(picture, page, pen);
      document.page(pen.finish());
    }
    return document.finish();
  }

  private static void draw(Picture picture, Pages.Page page, PdfPen pen) {
    Sketch.header(picture, pen);
    pen.part(picture.width(), picture.headerHeight(), page.top(), page.bottom());
    Sketch.ground(picture, pen);
    page.rows().forEach(row -> Sketch.row(row, pen));
    pen.end();
  }
}
