package socketscope.ui.diagram;

import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.StrokeLineCap;
import socketscope.layout.Arrow;
import socketscope.layout.Ink;

/** An arrow that can be shown while it grows. */
final class ArrowNode extends Group {

  /** The stroke of a hollow head, of its length. */
  private static final double OUTLINE = 0.15;

  private final Arrow arrow;
  private final Line shaft = new Line();
  private final Polygon head = new Polygon();
  private final Group mark = new Group();

  ArrowNode(Arrow arrow) {
    this.arrow = arrow;
    Inks.stroke(shaft, arrow.ink());
    shaft.setStrokeWidth(arrow.width());
    shaft.setStrokeLineCap(StrokeLineCap.BUTT);
    switch (arrow.shaft()) {
      case SOLID -> {}
      case DASHED -> shaft.getStrokeDashArray().setAll(3.5 * arrow.width(), 2.5 * arrow.width());
      case DOTTED -> shaft.getStrokeDashArray().setAll(1.2 * arrow.width(), 2.2 * arrow.width());
    }
    paintHead();
    arrow.markStrokes().forEach(stroke -> mark.getChildren().add(line(stroke)));
    getChildren().addAll(shaft, head, mark);
    grow(1);
  }

  private void paintHead() {
    if (arrow.shaft() == Arrow.Shaft.DOTTED) {
      Inks.fill(head, Ink.SURFACE);
      Inks.stroke(head, arrow.ink());
      head.setStrokeWidth(OUTLINE * arrow.headLength());
    } else {
      Inks.fill(head, arrow.ink());
    }
  }

  private Line line(double[] ends) {
    Line line = new Line(ends[0], ends[1], ends[2], ends[3]);
    line.setStrokeWidth(1.3 * arrow.width());
    Inks.stroke(line, arrow.ink());
    return line;
  }

  /** Shows the arrow as far as it has come, from 0 to 1. */
  void grow(double part) {
    double least = 0.02;
    Arrow now = arrow.grown(Math.clamp(part, least, 1));
    double[] corners = now.headCorners();
    shaft.setStartX(now.x1());
    shaft.setStartY(now.y1());
    shaft.setEndX((corners[2] + corners[4]) / 2);
    shaft.setEndY((corners[3] + corners[5]) / 2);
    head.getPoints().clear();
    for (double corner : corners) {
      head.getPoints().add(corner);
    }
    mark.setVisible(now.mark() == arrow.mark());
  }
}
