package socketscope.export;

import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import org.jspecify.annotations.Nullable;
import socketscope.layout.Arrow;
import socketscope.layout.Box;
import socketscope.layout.Ink;
import socketscope.layout.Pen;
import socketscope.layout.RowShape.NoteShape;
import socketscope.layout.RowShape.Tag;

/** Shapes of strokes that the pens for files share. */
final class Strokes {

  private static final double DASH = 3.5;
  private static final double DASH_GAP = 2.5;

  /** The stroke of a hollow head. */
  static final double OUTLINE = 1.2;

  /** How much wider a mark's strokes are than the arrow's. */
  private static final double MARK = 1.3;

  private static final double STRIPE = 7;
  private static final double DOT = 1.2;
  private static final double DOT_GAP = 2.2;

  private Strokes() {}

  /** The lengths of a dash and of the gap after it. */
  static float[] dashes(double width) {
    return new float[] {(float) (DASH * width), (float) (DASH_GAP * width)};
  }

  /** The same for a shaft; null where it is solid. */
  static float @Nullable [] pattern(Arrow arrow) {
    double width = arrow.width();
    return switch (arrow.shaft()) {
      case SOLID -> null;
      case DASHED -> dashes(width);
      case DOTTED -> new float[] {(float) (DOT * width), (float) (DOT_GAP * width)};
    };
  }

  static String text(double width) {
    return Xml.number(DASH * width) + " " + Xml.number(DASH_GAP * width);
  }

  /** The pattern of an arrow's shaft as SVG writes it; empty where it is solid. */
  static String text(Arrow arrow) {
    float[] pattern = pattern(arrow);
    return pattern == null ? "" : Xml.number(pattern[0]) + " " + Xml.number(pattern[1]);
  }

  /** Where an arrow's shaft ends: within the head, so that it does not blunt the point. */
  static double[] shaftEnd(Arrow arrow) {
    double[] corners = arrow.headCorners();
    double backX = (corners[2] + corners[4]) / 2;
    double backY = (corners[3] + corners[5]) / 2;
    return new double[] {backX, backY};
  }

  /** The strokes that mark an arrow beside its head. */
  static void mark(Pen pen, Arrow arrow) {
    double width = MARK * arrow.width();
    for (double[] stroke : arrow.markStrokes()) {
      pen.line(stroke[0], stroke[1], stroke[2], stroke[3], width, false, arrow.ink());
    }
  }

  /** A note with its mark on its lifeline. */
  static void note(Pen pen, NoteShape note, double scale) {
    Box dot = new Box(note.markX() - 3 * scale, note.markY() - 3 * scale, 6 * scale, 6 * scale);
    pen.box(dot, 3 * scale, note.ink());
    pen.box(note.box(), 4 * scale, Ink.SURFACE);
    pen.outline(note.box(), 4 * scale, scale, note.ink());
    pen.label(note.label());
  }

  static void tag(Pen pen, Tag tag, double scale) {
    pen.box(tag.box(), 3 * scale, tag.ink());
    pen.label(tag.label());
  }

  /** The stripes of a hatched box, to be clipped to it. */
  static void stripes(Pen pen, Box box, double scale, Ink ink) {
    for (double y = box.y(); y < box.bottom() + box.width(); y += STRIPE * scale) {
      pen.line(box.x(), y, box.right(), y - box.width(), 1.6 * scale, false, ink);
    }
  }

  /** A box with round corners. */
  static Shape rounded(Box box, double radius) {
    return new RoundRectangle2D.Double(
        box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
  }
}
