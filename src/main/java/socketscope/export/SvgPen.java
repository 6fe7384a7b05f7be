package socketscope.export;

import static socketscope.export.Xml.attribute;
import static socketscope.export.Xml.escape;
import static socketscope.export.Xml.number;

import java.util.Map;
import java.util.function.Function;
import socketscope.layout.Arrow;
import socketscope.layout.Box;
import socketscope.layout.Face;
import socketscope.layout.Ink;
import socketscope.layout.Label;
import socketscope.layout.Pen;
import socketscope.layout.Picture;
import socketscope.layout.RowShape;
import socketscope.layout.RowShape.NoteShape;
import socketscope.layout.RowShape.Tag;
import socketscope.layout.Sketch;

/** Draws into the text of an SVG file (SVG 1.1, W3C Recommendation of 2011). */
final class SvgPen implements Pen {

  private final StringBuilder out = new StringBuilder();
  private final Map<Ink, String> colors;
  private final FontFamilies families = FontFamilies.usual();
  private final double scale;

  /** Draws an image of that size, in which a unit of the metrics is so many pixels. */
  SvgPen(double width, double height, double scale, Map<Ink, String> colors, String title) {
    this.colors = colors;
    this.scale = scale;
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .append(attribute("width", number(width)))
        .append(attribute("height", number(height)))
        .append(attribute("viewBox", "0 0 " + number(width) + " " + number(height)))
        .append(" role=\"img\">\n<title>")
        .append(escape(title))
        .append("</title>\n");
  }

  /** Draws the ground, and gets ready for stripes on it. */
  void ground(Box box) {
    defineStripes();
    box(box, 0, Ink.SURFACE);
  }

  private void defineStripes() {
    out.append("<defs><pattern id=\"stripes\" patternUnits=\"userSpaceOnUse\"")
        .append(" width=\"5\" height=\"5\" patternTransform=\"rotate(45)\">")
        .append("<line x1=\"1\" y1=\"0\" x2=\"1\" y2=\"5\" stroke-width=\"1.6\"")
        .append(attribute("stroke", colors.get(Ink.BLOCKED)))
        .append("/></pattern></defs>\n");
  }

  /** What is drawn up to {@link #end} is so much lower. */
  void lower(double by) {
    move(0, by);
  }

  /** What is drawn up to {@link #end} is so much further to the right and lower. */
  void move(double right, double down) {
    group("transform", "translate(" + number(right) + " " + number(down) + ")");
  }

  /**
   * Draws what is below the header, as columns that a page can show row by row: the ground behind
   * the {@link #curtain}, and a group for each row.
   */
  void rows(Picture picture, Function<RowShape, String> sentence) {
    group("clip-path", "url(#now)");
    Sketch.ground(picture, this);
    end();
    group("class", "rows");
    for (RowShape shape : picture.rows()) {
      begin(sentence.apply(shape));
      hold(shape.box());
      Sketch.row(shape, this);
      end();
    }
    end();
  }

  /** What is drawn up to {@link #end} has that attribute. */
  void group(String attribute, String value) {
    out.append("<g").append(attribute(attribute, value)).append(">\n");
  }

  /** What has the attribute {@code clip-path="url(#now)"} is seen in that box only. */
  void curtain(Box box) {
    out.append("<clipPath id=\"now\">");
    rectangle(box, 0, attribute("id", "curtain"));
    out.append("</clipPath>\n");
  }

  /** An invisible ground, by which something can be pointed at. */
  void hold(Box box) {
    rectangle(box, 0, attribute("class", "row-ground"));
  }

  String finish() {
    return out.append("</svg>\n").toString();
  }

  @Override
  public void begin(String title) {
    out.append("<g><title>").append(escape(title)).append("</title>\n");
  }

  @Override
  public void end() {
    out.append("</g>\n");
  }

  private void rectangle(Box box, double radius, String paint) {
    out.append("<rect")
        .append(attribute("x", number(box.x())))
        .append(attribute("y", number(box.y())))
        .append(attribute("width", number(box.width())))
        .append(attribute("height", number(box.height())))
        .append(attribute("rx", number(radius)))
        .append(paint)
        .append("/>\n");
  }

  @Override
  public void box(Box box, double radius, Ink ink) {
    rectangle(box, radius, attribute("fill", colors.get(ink)));
  }

  @Override
  public void outline(Box box, double radius, double width, Ink ink) {
    rectangle(box, radius, attribute("fill", "none") + stroke(width, ink));
  }

  @Override
  public void hatch(Box box, double radius, Ink ink) {
    box(box, radius, Ink.SURFACE);
    rectangle(box, radius, attribute("fill", "url(#stripes)") + stroke(1, ink));
  }

  private String stroke(double width, Ink ink) {
    return attribute("stroke", colors.get(ink)) + attribute("stroke-width", number(width));
  }

  @Override
  public void line(
      double x1, double y1, double x2, double y2, double width, boolean dashed, Ink ink) {
    line(x1, y1, x2, y2, width, dashed ? Strokes.text(width) : "", ink);
  }

  /**
   * @param dashes the lengths of dashes and gaps; empty for a solid line
   */
  private void line(
      double x1, double y1, double x2, double y2, double width, String dashes, Ink ink) {
    out.append("<line")
        .append(attribute("x1", number(x1)))
        .append(attribute("y1", number(y1)))
        .append(attribute("x2", number(x2)))
        .append(attribute("y2", number(y2)))
        .append(dashes.isEmpty() ? "" : attribute("stroke-dasharray", dashes))
        .append(stroke(width, ink))
        .append("/>\n");
  }

  @Override
  public void arrow(Arrow arrow) {
    double[] end = Strokes.shaftEnd(arrow);
    line(arrow.x1(), arrow.y1(), end[0], end[1], arrow.width(), Strokes.text(arrow), arrow.ink());
    double[] corners = arrow.headCorners();
    StringBuilder points = new StringBuilder();
    for (double corner : corners) {
      points.append(number(corner)).append(' ');
    }
    out.append("<polygon")
        .append(attribute("points", points.toString().strip()))
        .append(headPaint(arrow))
        .append("/>\n");
    Strokes.mark(this, arrow);
  }

  /** A hollow head shows the ground. */
  private String headPaint(Arrow arrow) {
    return arrow.shaft() == Arrow.Shaft.DOTTED
        ? attribute("fill", colors.get(Ink.SURFACE)) + stroke(Strokes.OUTLINE * scale, arrow.ink())
        : attribute("fill", colors.get(arrow.ink()));
  }

  @Override
  public void label(Label label) {
    if (label.text().isEmpty()) {
      return;
    }
    Face face = label.face();
    String generic = face.monospaced() ? "monospace" : "sans-serif";
    String family =
        String.join(", ", face.monospaced() ? families.monospaced() : families.proportional());
    out.append("<text")
        .append(attribute("x", number(label.x())))
        .append(attribute("y", number(label.y())))
        .append(attribute("text-anchor", anchor(label.anchor())))
        .append(attribute("font-family", family + ", " + generic))
        .append(attribute("font-size", number(face.size() * scale)))
        .append(face.bold() ? attribute("font-weight", "bold") : "")
        .append(attribute("fill", colors.get(label.ink())))
        .append(" xml:space=\"preserve\">")
        .append(escape(label.text()))
        .append("</text>\n");
  }

  private static String anchor(Label.Anchor anchor) {
    return switch (anchor) {
      case START -> "start";
      case MIDDLE -> "middle";
      case END -> "end";
    };
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
