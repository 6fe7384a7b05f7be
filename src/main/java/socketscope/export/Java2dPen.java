package socketscope.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.layout.Arrow;
import socketscope.layout.Box;
import socketscope.layout.Face;
import socketscope.layout.Ink;
import socketscope.layout.Label;
import socketscope.layout.Pen;
import socketscope.layout.Picture;
import socketscope.layout.RowShape.NoteShape;
import socketscope.layout.RowShape.Tag;

/** Draws with Java2D. */
final class Java2dPen implements Pen {

  private final Graphics2D graphics;
  private final AwtFonts fonts;
  private final double scale;
  private final Map<Ink, Color> colors = new EnumMap<>(Ink.class);

  Java2dPen(Graphics2D graphics, Palette palette, AwtFonts fonts, Picture picture) {
    this.graphics = graphics;
    this.fonts = fonts;
    this.scale = picture.metrics().scale();
    palette.colors().forEach((ink, color) -> colors.put(ink, Color.decode(color)));
    hint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    hint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    hint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    hint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    box(new Box(0, 0, picture.width(), picture.height()), 0, Ink.SURFACE);
  }

  private void hint(RenderingHints.Key key, Object value) {
    graphics.setRenderingHint(key, value);
  }

  @Override
  public void begin(String title) {}

  @Override
  public void end() {}

  @Override
  public void box(Box box, double radius, Ink ink) {
    graphics.setColor(colors.get(ink));
    graphics.fill(Strokes.rounded(box, radius));
  }

  @Override
  public void outline(Box box, double radius, double width, Ink ink) {
    graphics.setColor(colors.get(ink));
    graphics.setStroke(new BasicStroke((float) width));
    graphics.draw(Strokes.rounded(box, radius));
  }

  @Override
  public void hatch(Box box, double radius, Ink ink) {
    box(box, radius, Ink.SURFACE);
    Shape before = graphics.getClip();
    graphics.clip(Strokes.rounded(box, radius));
    Strokes.stripes(this, box, scale, ink);
    graphics.setClip(before);
    outline(box, radius, scale, ink);
  }

  @Override
  public void line(
      double x1, double y1, double x2, double y2, double width, boolean dashed, Ink ink) {
    line(x1, y1, x2, y2, width, dashed ? Strokes.dashes(width) : null, ink);
  }

  private void line(
      double x1,
      double y1,
      double x2,
      double y2,
      double width,
      float @Nullable [] pattern,
      Ink ink) {
    graphics.setColor(colors.get(ink));
    graphics.setStroke(
        pattern == null
            ? new BasicStroke((float) width)
            : new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, pattern, 0));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void arrow(Arrow arrow) {
    double[] end = Strokes.shaftEnd(arrow);
    line(
        arrow.x1(), arrow.y1(), end[0], end[1], arrow.width(), Strokes.pattern(arrow), arrow.ink());
    double[] corners = arrow.headCorners();
    Path2D head = new Path2D.Double();
    head.moveTo(corners[0], corners[1]);
    head.lineTo(corners[2], corners[3]);
    head.lineTo(corners[4], corners[5]);
    head.closePath();
    if (arrow.shaft() == Arrow.Shaft.DOTTED) {
      graphics.setColor(colors.get(Ink.SURFACE));
      graphics.fill(head);
      graphics.setColor(colors.get(arrow.ink()));
      graphics.setStroke(new BasicStroke((float) (Strokes.OUTLINE * scale)));
      graphics.draw(head);
    } else {
      graphics.fill(head);
    }
    Strokes.mark(this, arrow);
  }

  @Override
  public void label(Label label) {
    Face face = label.face();
    graphics.setColor(colors.get(label.ink()));
    graphics.setFont(fonts.font(face).deriveFont((float) (face.size() * scale)));
    graphics.drawString(label.text(), (float) label.left(), (float) label.y());
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
