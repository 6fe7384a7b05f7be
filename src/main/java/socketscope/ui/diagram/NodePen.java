package socketscope.ui.diagram;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import socketscope.layout.Arrow;
import socketscope.layout.Box;
import socketscope.layout.Ink;
import socketscope.layout.Label;
import socketscope.layout.Pen;
import socketscope.layout.RowShape.NoteShape;
import socketscope.layout.RowShape.Tag;

/** Draws by adding nodes to a list. */
class NodePen implements Pen {

  private static final double STRIPE = 7;

  private final List<Node> nodes;
  private final Fonts fonts;
  private final double scale;

  NodePen(List<Node> nodes, Fonts fonts, double scale) {
    this.nodes = nodes;
    this.fonts = fonts;
    this.scale = scale;
  }

  @Override
  public void begin(String title) {}

  @Override
  public void end() {}

  private static Rectangle rectangle(Box box, double radius) {
    Rectangle rectangle = new Rectangle(box.x(), box.y(), box.width(), box.height());
    rectangle.setArcWidth(2 * radius);
    rectangle.setArcHeight(2 * radius);
    return rectangle;
  }

  @Override
  public void box(Box box, double radius, Ink ink) {
    Rectangle rectangle = rectangle(box, radius);
    Inks.fill(rectangle, ink);
    nodes.add(rectangle);
  }

  @Override
  public void outline(Box box, double radius, double width, Ink ink) {
    Rectangle rectangle = rectangle(box, radius);
    rectangle.getStyleClass().add("hollow");
    Inks.stroke(rectangle, ink);
    rectangle.setStrokeWidth(width);
    nodes.add(rectangle);
  }

  @Override
  public void hatch(Box box, double radius, Ink ink) {
    box(box, radius, Ink.SURFACE);
    Path stripes = new Path();
    double step = STRIPE * scale;
    for (double y = box.y(); y < box.bottom() + box.width(); y += step) {
      stripes.getElements().add(new MoveTo(box.x(), y));
      stripes.getElements().add(new LineTo(box.right(), y - box.width()));
    }
    Inks.stroke(stripes, ink);
    stripes.setStrokeWidth(1.6 * scale);
    Group clipped = new Group(stripes);
    clipped.setClip(rectangle(box, radius));
    nodes.add(clipped);
    outline(box, radius, scale, ink);
  }

  @Override
  public void line(
      double x1, double y1, double x2, double y2, double width, boolean dashed, Ink ink) {
    Line line = new Line(x1, y1, x2, y2);
    line.setStrokeWidth(width);
    if (dashed) {
      line.getStrokeDashArray().setAll(3.5 * width, 3.5 * width);
    }
    Inks.stroke(line, ink);
    nodes.add(line);
  }

  @Override
  public void arrow(Arrow arrow) {
    nodes.add(new ArrowNode(arrow));
  }

  @Override
  public void label(Label label) {
    if (!label.text().isEmpty()) {
      Text text = new Text(label.left(), label.y(), label.text());
      text.setFont(fonts.font(label.face(), scale));
      Inks.fill(text, label.ink());
      nodes.add(text);
    }
  }

  @Override
  public void note(NoteShape note) {
    double radius = 3 * scale;
    box(
        new Box(note.markX() - radius, note.markY() - radius, 2 * radius, 2 * radius),
        radius,
        note.ink());
    box(note.box(), 4 * scale, Ink.SURFACE);
    outline(note.box(), 4 * scale, scale, note.ink());
    label(note.label());
  }

  @Override
  public void tag(Tag tag) {
    box(tag.box(), 3 * scale, tag.ink());
    label(tag.label());
  }
}
