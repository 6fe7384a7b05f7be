package socketscope.layout;

/**
 * The sizes of everything, in pixels (or in cells of a terminal).
 *
 * @param scale the text scale, which all other sizes include
 * @param header the height of the names at the top, which do not scroll
 * @param top the room above the first row
 * @param row the height of a row
 * @param line how far an arrow is below the top of its row
 * @param rise how far the base line of an arrow's label is above the arrow
 * @param middle how far the base line of a text is below its middle
 * @param answer how far the arrow of an answer is below that of its call; 0 where both share one
 * @param drop how far the base line of a state's label is below the arrow
 * @param time the width of the column of times
 * @param outer the room beside the outermost lifelines
 * @param gap the least distance of two lifelines
 * @param widestGap the greatest one
 * @param edge how far arrows keep from the middle of a lifeline
 * @param band the width of a state band
 * @param activation the width of an activation
 * @param lane what is between two of them side by side
 * @param pad the room around texts
 * @param head the length of an arrowhead
 * @param tag the height of a tag
 * @param stroke the width of a plain stroke
 */
public record Metrics(
    double scale,
    double header,
    double top,
    double row,
    double line,
    double rise,
    double middle,
    double answer,
    double drop,
    double time,
    double outer,
    double gap,
    double widestGap,
    double edge,
    double band,
    double activation,
    double lane,
    double pad,
    double head,
    double tag,
    double stroke) {

  /** For a screen, at a text scale of 0.8 to 2.5. */
  public static Metrics screen(double scale) {
    return new Metrics(
            1, 48, 26, 30, 19, 6, 3.8, 3.8, 13, 70, 84, 128, 300, 7, 10, 12, 2, 6, 8, 13, 1.6)
        .scaled(scale);
  }

  /**
   * The same with as little room as can be beside the outermost lines, where nothing is written in
   * a folded picture.
   */
  public Metrics narrow() {
    return new Metrics(
        scale,
        header,
        top,
        row,
        line,
        rise,
        middle,
        answer,
        drop,
        time,
        0.3 * outer,
        gap,
        widestGap,
        edge,
        band,
        activation,
        lane,
        pad,
        head,
        tag,
        stroke);
  }

  /** For monospaced text. */
  public static Metrics cells() {
    return new Metrics(1, 3, 2, 2, 0, 0, 0, 0, 1, 12, 22, 20, 36, 1, 1, 1, 0, 1, 1, 1, 1);
  }

  private Metrics scaled(double by) {
    return new Metrics(
        by,
        header * by,
        top * by,
        row * by,
        line * by,
        rise * by,
        middle * by,
        answer * by,
        drop * by,
        time * by,
        outer * by,
        gap * by,
        widestGap * by,
        edge * by,
        band * by,
        activation * by,
        lane * by,
        pad * by,
        head * by,
        tag * by,
        stroke * by);
  }
}
