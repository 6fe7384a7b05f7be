package socketscope.layout;

/**
 * An arrow from one point to another.
 *
 * @param width of its stroke
 * @param headLength of its head; the point of the head is the arrow's end
 * @param shaft how its line is drawn
 * @param failed whether a cross stands at the head
 */
public record Arrow(
    double x1,
    double y1,
    double x2,
    double y2,
    double width,
    double headLength,
    Shaft shaft,
    boolean failed,
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

  /** The two strokes of the cross as x1, y1, x2, y2 each; it stands just behind the head. */
  public double[] crossStrokes() {
    double length = Math.max(1, Math.hypot(x2 - x1, y2 - y1));
    double atX = x2 - (x2 - x1) / length * headLength * 2.1;
    double atY = y2 - (y2 - y1) / length * headLength * 2.1;
    double half = headLength * 0.42;
    return new double[] {
      atX - half, atY - half, atX + half, atY + half, atX - half, atY + half, atX + half, atY - half
    };
  }

  /** The same arrow when only a part of it is drawn yet, from 0 to 1. */
  public Arrow grown(double part) {
    double toX = x1 + (x2 - x1) * part;
    double toY = y1 + (y2 - y1) * part;
    boolean whole = part >= 1;
    return new Arrow(x1, y1, toX, toY, width, headLength, shaft, failed && whole, ink);
  }
}
