package socketscope.export;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import socketscope.layout.Arrow;
import socketscope.layout.Box;
import socketscope.layout.Face;
import socketscope.layout.Ink;
import socketscope.layout.Label;
import socketscope.layout.Pen;
import socketscope.layout.RowShape.NoteShape;
import socketscope.layout.RowShape.Tag;

/** Draws with the operators of a page of PDF (ISO 32000-1, annex A). */
final class PdfPen implements Pen {

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final Pattern ZEROS = Pattern.compile("\\.?0+$");
  private final StringBuilder out = new StringBuilder();
  private final Palette palette;
  private final AwtFonts fonts;
  private final double scale;

  PdfPen(Palette palette, AwtFonts fonts, double scale) {
    this.palette = palette;
    this.fonts = fonts;
    this.scale = scale;
  }

  /** From here on units are so large, and y is counted down from that place on the page. */
  void place(double unit, double x, double y) {
    op("cm", unit, 0, 0, -unit, x, y);
  }

  /** Up to {@link #end} that part of the body is drawn below the header. */
  void part(double width, double headerHeight, double top, double bottom) {
    out.append("q\n");
    op("re", 0, headerHeight, width, bottom - top);
    out.append("W n\n");
    op("cm", 1, 0, 0, 1, 0, headerHeight - top);
  }

  String finish() {
    return out.toString();
  }

  private void op(String operator, double... operands) {
    for (double operand : operands) {
      out.append(number(operand)).append(' ');
    }
    out.append(operator).append('\n');
  }

  private static String number(double value) {
    return ZEROS.matcher(String.format(Locale.ROOT, "%.3f", value)).replaceAll("");
  }

  private void color(String operator, Ink ink) {
    Color color = Color.decode(palette.colors().get(ink));
    op(operator, color.getRed() / 255.0, color.getGreen() / 255.0, color.getBlue() / 255.0);
  }

  private void path(Shape shape, AffineTransform moved) {
    double[] at = new double[6];
    double lastX = 0;
    double lastY = 0;
    for (PathIterator path = shape.getPathIterator(moved); !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> op("m", at[0], at[1]);
        case PathIterator.SEG_LINETO -> op("l", at[0], at[1]);
        case PathIterator.SEG_CUBICTO -> {
          op("c", at);
          at[0] = at[4];
          at[1] = at[5];
        }
        case PathIterator.SEG_QUADTO -> {
          // PDF has no curves of the second degree: the same one of the third.
          double x = at[2];
          double y = at[3];
          op(
              "c",
              lastX + 2.0 / 3 * (at[0] - lastX),
              lastY + 2.0 / 3 * (at[1] - lastY),
              x + 2.0 / 3 * (at[0] - x),
              y + 2.0 / 3 * (at[1] - y),
              x,
              y);
          at[0] = x;
          at[1] = y;
        }
        default -> out.append("h\n");
      }
      lastX = at[0];
      lastY = at[1];
    }
  }

  @Override
  public void begin(String title) {
    out.append("q\n");
  }

  @Override
  public void end() {
    out.append("Q\n");
  }

  @Override
  public void box(Box box, double radius, Ink ink) {
    color("rg", ink);
    path(Strokes.rounded(box, radius), new AffineTransform());
    out.append("f\n");
  }

  @Override
  public void outline(Box box, double radius, double width, Ink ink) {
    color("RG", ink);
    op("w", width);
    path(Strokes.rounded(box, radius), new AffineTransform());
    out.append("S\n");
  }

  @Override
  public void hatch(Box box, double radius, Ink ink) {
    box(box, radius, Ink.SURFACE);
    out.append("q\n");
    path(Strokes.rounded(box, radius), new AffineTransform());
    out.append("W n\n");
    Strokes.stripes(this, box, scale, ink);
    out.append("Q\n");
    outline(box, radius, scale, ink);
  }

  @Override
  public void line(
      double x1, double y1, double x2, double y2, double width, boolean dashed, Ink ink) {
    stroke(x1, y1, x2, y2, width, dashed ? Strokes.dashes(width) : null, ink);
  }

  private void stroke(
      double x1,
      double y1,
      double x2,
      double y2,
      double width,
      float @Nullable [] pattern,
      Ink ink) {
    color("RG", ink);
    op("w", width);
    out.append(
        pattern == null
            ? "[] 0 d\n"
            : "[" + number(pattern[0]) + " " + number(pattern[1]) + "] 0 d\n");
    op("m", x1, y1);
    op("l", x2, y2);
    out.append("S\n[] 0 d\n");
  }

  @Override
  public void arrow(Arrow arrow) {
    double[] end = Strokes.shaftEnd(arrow);
    stroke(
        arrow.x1(), arrow.y1(), end[0], end[1], arrow.width(), Strokes.pattern(arrow), arrow.ink());
    double[] corners = arrow.headCorners();
    boolean hollow = arrow.shaft() == Arrow.Shaft.DOTTED;
    color("rg", hollow ? Ink.SURFACE : arrow.ink());
    op("w", Strokes.OUTLINE * scale);
    op("m", corners[0], corners[1]);
    op("l", corners[2], corners[3]);
    op("l", corners[4], corners[5]);
    out.append(hollow ? "b\n" : "h f\n");
    Strokes.mark(this, arrow);
  }

  @Override
  public void label(Label label) {
    if (label.text().isEmpty()) {
      return;
    }
    Face face = label.face();
    double size = face.size() * scale;
    Font font = fonts.font(face).deriveFont((float) size);
    text(label, size, font.getStringBounds(label.text(), CONTEXT).getWidth());
    color("rg", label.ink());
    Shape outlines = font.createGlyphVector(CONTEXT, label.text()).getOutline();
    path(outlines, AffineTransform.getTranslateInstance(label.left(), label.y()));
    out.append("f\n");
  }

  /** The text itself, unseen, as wide as its outlines. */
  private void text(Label label, double size, double width) {
    double usual = size * label.text().length() / 2; // about half a square for each letter
    out.append("BT /F ").append(number(size)).append(" Tf 3 Tr ");
    op("Tz", 100 * width / usual);
    op("Tm", 1, 0, 0, -1, label.left(), label.y());
    out.append(PdfText.shown(label.text())).append(" Tj ET\n");
  }

  @Override
  public void note(NoteShape note) {
    Strokes.note(this, note, scale);
  }

  @Override
  public void tag(Tag tag) {
    Strokes.tag(this, tag, scale);
  }
}
