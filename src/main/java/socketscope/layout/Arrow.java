package socketscope.layout;

import java.util.List;

/**
 * An arrow from one point to another.
 *
 * @param width of its stroke
 * @param headLength of its head; the point of the head is the arrow's end
 * @param shaft how its line is drawn
 * @param mark what stands across the shaft
 */
public record Arrow(
    double x1,
    double y1,
    double x2,
    double y2,
    double width,
    double headLength,
    Shaft shaft,
    Mark mark,
    Ink ink) {

  /** How an arrow's line is drawn; in print it tells arrows of one colour apart. */
  public enum Shaft {
    /** It goes there. */
    SOLID,
    /** It comes back. */
    DASHED,
    /** Nobody saw it: dotted, with a hollow head. */
    DOTTED
  }

  /** What stands across the shaft, so that no meaning rests on colour alone. */
  public enum Mark {
    /** Nothing. */
    NONE,
    /** A cross behind the head: it failed, or it breaks the connection. */
    CROSS,
    /** A bar at the tail: nothing comes after it. */
    BAR
  }

  /** The three corners of the head as x, y, x, y, x, y, the point first. */
  public double[] headCorners() {
    double length = Math.hypot(x2 - x1, y2 - y1);
    double alongX = length == 0 ? 1 : (x2 - x1) / length;
    double alongY = length == 0 ? 0 : (y2 - y1) / length;
    double backX = x2 - alongX * headLength;
    double backY = y2 - alongY * headLength;
    double half = headLength * 0.42;
    return new double[] {
      x2,
      y2,
      backX - alongY * half,
      backY + alongX * half,
      backX + alongY * half,
      backY - alongX * half
    };
  }

  /** The strokes of its mark, each as x1, y1, x2, y2. */
  public List<double[]> markStrokes() {
    double length = Math.max(1, Math.hypot(x2 - x1, y2 - y1));
    double alongX = (x2 - x1) / length;
    double alongY = (y2 - y1) / length;
    double half = headLength * 0.42;
    return switch (mark) {
      case NONE -> List.of();
      case CROSS -> {
        double x = x2 - alongX * headLength * 2.1;
        double y = y2 - alongY * headLength * 2.1;
        yield List.of(
            new double[] {x - half, y - half, x + half, y + half},
            new double[] {x - half, y + half, x + half, y - half});
      }
      case BAR -> {
        double x = x1 + alongX * headLength * 0.6;
        double y = y1 + alongY * headLength * 0.6;
        yield List.of(
            new double[] {
              x - alongY * 1.2 * half,
              y + alongX * 1.2 * half,
              x + alongY * 1.2 * half,
              y - alongX * 1.2 * half
            });
      }
    };
  }

  /** The same arrow when only a part of it is drawn yet, from 0 to 1. */
  public Arrow grown(double part) {
    double toX = x1 + (x2 - x1) * part;
    double toY = y1 + (y2 - y1) * part;
    boolean whole = part >= 1;
    Mark shown = mark == Mark.CROSS && !whole ? Mark.NONE : mark;
    return new Arrow(x1, y1, toX, toY, width, headLength, shaft, shown, ink);
  }
}
