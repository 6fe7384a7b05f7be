package socketscope.layout;

/**
 * A line of text in its place.
 *
 * @param text as it is written, shortened where there is no room
 * @param full as it would be written with room enough
 * @param x where it starts, ends or has its middle
 * @param y its base line
 * @param width as measured
 */
public record Label(
    String text, String full, double x, double y, double width, Anchor anchor, Face face, Ink ink) {

  /** Which point of a text its x is. */
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** The same at another place of the line. */
  Label at(double otherX) {
    return new Label(text, full, otherX, y, width, anchor, face, ink);
  }

  /** The left edge of the text. */
  public double left() {
    return switch (anchor) {
      case START -> x;
      case MIDDLE -> x - width / 2;
      case END -> x - width;
    };
  }
}
