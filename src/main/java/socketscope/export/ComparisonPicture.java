package socketscope.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import socketscope.compare.Comparison;
import socketscope.compare.Stretch;
import socketscope.layout.Box;
import socketscope.layout.Ink;
import socketscope.layout.LayoutOptions.TextMeasure;
import socketscope.layout.Pen;
import socketscope.layout.Picture;
import socketscope.layout.Sketch;
import socketscope.text.Language;

/** Two experiments side by side as one picture: a diagram, the marks, a diagram. */
public final class ComparisonPicture {

  /** Twice the pixels, for projectors and for print. */
  private static final double RESOLUTION = 2;

  private final Comparison comparison;
  private final String leftTitle;
  private final String rightTitle;
  private final boolean folded;
  private final DiagramWords diagramWords;
  private final ComparisonWords words;

  /**
   * A picture of a comparison.
   *
   * @param folded whether each side has two lifelines instead of four
   */
  public ComparisonPicture(
      Comparison comparison,
      String leftTitle,
      String rightTitle,
      boolean folded,
      Language language) {
    this.comparison = comparison;
    this.leftTitle = leftTitle;
    this.rightTitle = rightTitle;
    this.folded = folded;
    this.diagramWords = DiagramWords.in(language);
    this.words = ComparisonWords.in(language);
  }

  private ComparisonSides sides(TextMeasure measure) {
    return ComparisonSides.of(comparison, folded, diagramWords, measure);
  }

  /** As a stand-alone SVG 1.1 file. */
  public String svg(Palette palette) {
    ComparisonSides sides = sides(TextMeasure.fixed());
    SvgPen pen =
        new SvgPen(
            sides.width(), sides.height(), 1, palette.colors(), leftTitle + " | " + rightTitle);
    pen.ground(new Box(0, 0, sides.width(), sides.height()));
    titles(sides, pen);
    half(sides.left(), 0, pen);
    half(sides.right(), sides.rightX(), pen);
    gutter(sides, pen);
    return pen.finish();
  }

  private void half(Picture picture, double x, SvgPen pen) {
    pen.move(x, ComparisonSides.TITLE);
    Sketch.header(picture, pen);
    pen.lower(picture.headerHeight());
    Sketch.body(picture, diagramWords::sentence, pen);
    pen.end();
    pen.end();
  }

  /** As an image in the format PNG. No display is needed. */
  public byte[] png(Palette palette) {
    AwtFonts fonts = new AwtFonts();
    ComparisonSides sides = sides(fonts::width);
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(sides.width() * RESOLUTION),
            (int) Math.ceil(sides.height() * RESOLUTION),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(RESOLUTION, RESOLUTION);
    Java2dPen pen = new Java2dPen(graphics, palette, fonts, sides.left());
    pen.box(new Box(0, 0, sides.width(), sides.height()), 0, Ink.SURFACE);
    titles(sides, pen);
    half(sides.left(), 0, graphics, pen);
    half(sides.right(), sides.rightX(), graphics, pen);
    gutter(sides, pen);
    graphics.dispose();
    return bytes(image);
  }

  private static void half(Picture picture, double x, Graphics2D graphics, Java2dPen pen) {
    graphics.translate(x, ComparisonSides.TITLE);
    Sketch.header(picture, pen);
    graphics.translate(0, picture.headerHeight());
    Sketch.body(picture, _ -> "", pen);
    graphics.translate(-x, -ComparisonSides.TITLE - picture.headerHeight());
  }

  private static byte[] bytes(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PngDiagram.write(image, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory takes all
    }
    return out.toByteArray();
  }

  private void titles(ComparisonSides sides, Pen pen) {
    sides.titles(leftTitle, rightTitle, pen);
    pen.begin(words.count(comparison.differing().size()));
    pen.end();
  }

  /** The marks between the two, each at the height of its call. */
  private void gutter(ComparisonSides sides, Pen pen) {
    for (Stretch stretch : comparison.stretches()) {
      pen.begin(words.line(stretch));
      sides.mark(stretch.verdict(), stretch.row(), sides.headerHeight(), pen);
      pen.end();
    }
  }
}
