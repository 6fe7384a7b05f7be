package socketscope.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import socketscope.compare.Comparison;
import socketscope.compare.Stretch;
import socketscope.layout.Box;
import socketscope.layout.Face;
import socketscope.layout.Ink;
import socketscope.layout.Label;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.layout.Pen;
import socketscope.layout.Picture;
import socketscope.layout.Sketch;
import socketscope.layout.TextMeasure;
import socketscope.text.Language;

/** Two experiments side by side as one picture: a diagram, the marks, a diagram. */
public final class ComparisonPicture {

  private static final double TITLE = 34;
  private static final double GUTTER = 46;
  private static final double SIGN = 18;
  private static final double WIDE = 760;
  private static final double NARROW = 480;

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

  /** Both sides as they are laid out, with the measure of their texts. */
  private record Sides(Picture left, Picture right, TextMeasure measure) {

    double width() {
      return left.width() + GUTTER + right.width();
    }

    double height() {
      return TITLE + Math.max(left.height(), right.height());
    }
  }

  private Sides sides(TextMeasure measure) {
    LayoutOptions options =
        LayoutOptions.screen(folded ? NARROW : WIDE, diagramWords)
            .folded(folded)
            .measuredBy(measure);
    return new Sides(
        Layout.of(comparison.left(), options), Layout.of(comparison.right(), options), measure);
  }

  /** As a stand-alone SVG 1.1 file. */
  public String svg(Palette palette) {
    Sides sides = sides(TextMeasure.fixed());
    SvgPen pen =
        new SvgPen(
            sides.width(), sides.height(), 1, palette.colors(), leftTitle + " | " + rightTitle);
    pen.ground(new Box(0, 0, sides.width(), sides.height()));
    titles(sides, pen);
    half(sides.left(), 0, pen);
    half(sides.right(), sides.left().width() + GUTTER, pen);
    gutter(sides, pen);
    return pen.finish();
  }

  private void half(Picture picture, double x, SvgPen pen) {
    pen.group("transform", "translate(" + Xml.number(x) + " " + Xml.number(TITLE) + ")");
    Sketch.header(picture, pen);
    pen.lower(picture.headerHeight());
    Sketch.body(picture, diagramWords::sentence, pen);
    pen.end();
    pen.end();
  }

  /** As an image in the format PNG. No display is needed. */
  public byte[] png(Palette palette) {
    AwtFonts fonts = new AwtFonts();
    Sides sides = sides(fonts::width);
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
    half(sides.right(), sides.left().width() + GUTTER, graphics, pen);
    gutter(sides, pen);
    graphics.dispose();
    return bytes(image);
  }

  private static void half(Picture picture, double x, Graphics2D graphics, Java2dPen pen) {
    graphics.translate(x, TITLE);
    Sketch.header(picture, pen);
    graphics.translate(0, picture.headerHeight());
    Sketch.body(picture, _ -> "", pen);
    graphics.translate(-x, -TITLE - picture.headerHeight());
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

  private void titles(Sides sides, Pen pen) {
    double left = sides.left().width();
    String count = words.count(comparison.differing().size());
    BiConsumer<String, Double> title =
        (text, middle) -> pen.label(label(sides, text, middle, TITLE * 0.66, Face.NAME, Ink.TEXT));
    title.accept(leftTitle, left / 2);
    title.accept(rightTitle, left + GUTTER + sides.right().width() / 2);
    pen.begin(count);
    pen.end();
  }

  /** The marks between the two, each at the height of its call. */
  private void gutter(Sides sides, Pen pen) {
    double middle = sides.left().width() + GUTTER / 2;
    double top = TITLE + sides.left().headerHeight() + sides.left().metrics().top();
    for (Stretch stretch : comparison.stretches()) {
      double y = top + stretch.row() * sides.left().metrics().row() + sides.left().metrics().line();
      pen.begin(words.line(stretch));
      sign(sides, stretch.verdict(), middle, y, pen);
      pen.end();
    }
  }

  private static void sign(Sides sides, Stretch.Verdict verdict, double middle, double y, Pen pen) {
    Box box = new Box(middle - SIGN / 2, y - SIGN / 2, SIGN, SIGN);
    Ink ink =
        switch (verdict) {
          case SAME -> Ink.TEXT_MUTED;
          case DIFFERS -> {
            pen.box(box, SIGN / 2, Ink.HANDSHAKE);
            yield Ink.ON_COLOR;
          }
          case ONLY_LEFT, ONLY_RIGHT -> {
            pen.outline(box, 3, 1.4, Ink.CALL);
            yield Ink.CALL;
          }
        };
    pen.label(label(sides, ComparisonWords.mark(verdict), middle, y + 4, Face.STRONG, ink));
  }

  private static Label label(
      Sides sides, String text, double middle, double y, Face face, Ink ink) {
    double width = sides.measure().width(text, face);
    return new Label(text, text, middle, y, width, Label.Anchor.MIDDLE, face, ink);
  }
}
