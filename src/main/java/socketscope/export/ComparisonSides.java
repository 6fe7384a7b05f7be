package socketscope.export;

import socketscope.compare.Comparison;
import socketscope.compare.Stretch.Verdict;
import socketscope.layout.Box;
import socketscope.layout.Face;
import socketscope.layout.Ink;
import socketscope.layout.Label;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.layout.LayoutOptions.TextMeasure;
import socketscope.layout.Metrics;
import socketscope.layout.Pen;
import socketscope.layout.Picture;

/**
 * Two experiments as they are laid out side by side: a diagram, room for the marks, a diagram.
 *
 * @param measure of the texts between and above them
 */
record ComparisonSides(Picture left, Picture right, TextMeasure measure) {

  /** The height of the titles above both. */
  static final double TITLE = 34;

  /** The width of the room for the marks. */
  static final double GUTTER = 46;

  private static final double SIGN = 18;
  private static final double WIDE = 760;
  private static final double NARROW = 480;

  /**
   * Lays out a comparison.
   *
   * @param folded whether each side has two lifelines instead of four
   */
  static ComparisonSides of(
      Comparison comparison, boolean folded, DiagramWords words, TextMeasure measure) {
    LayoutOptions options =
        LayoutOptions.screen(folded ? NARROW : WIDE, words).folded(folded).measuredBy(measure);
    return new ComparisonSides(
        Layout.of(comparison.left(), options), Layout.of(comparison.right(), options), measure);
  }

  double width() {
    return rightX() + right.width();
  }

  /** Where the right one begins. */
  double rightX() {
    return left.width() + GUTTER;
  }

  /** The height of the titles and of the names of the lifelines. */
  double headerHeight() {
    return TITLE + Math.max(left.headerHeight(), right.headerHeight());
  }

  double bodyHeight() {
    return Math.max(left.bodyHeight(), right.bodyHeight());
  }

  double height() {
    return headerHeight() + bodyHeight();
  }

  /** Writes what each side is above it. */
  void titles(String leftTitle, String rightTitle, Pen pen) {
    title(leftTitle, left.width() / 2, pen);
    title(rightTitle, rightX() + right.width() / 2, pen);
  }

  private void title(String text, double middle, Pen pen) {
    pen.label(label(text, middle, TITLE * 0.66, Face.NAME, Ink.TEXT));
  }

  /**
   * Draws the mark of a call.
   *
   * @param top where the rows begin
   */
  void mark(Verdict verdict, int row, double top, Pen pen) {
    Metrics metrics = left.metrics();
    double middle = left.width() + GUTTER / 2;
    double y = top + metrics.top() + row * metrics.row() + metrics.line();
    Box box = new Box(middle - SIGN / 2, y - SIGN / 2, SIGN, SIGN);
    Ink ink =
        switch (verdict) {
          case SAME -> Ink.TEXT_MUTED;
          case DIFFERS -> {
            pen.box(box, SIGN / 2, Ink.HANDSHAKE);
            yield Ink.ON_COLOR;
          }
          case ONLY_LEFT, ONLY_RIGHT -> {
            pen.outline(box, 3, 1.4, Ink.CALL);
            yield Ink.CALL;
          }
        };
    pen.label(label(ComparisonWords.mark(verdict), middle, y + 4, Face.STRONG, ink));
  }

  private Label label(String text, double middle, double y, Face face, Ink ink) {
    double width = measure.width(text, face);
    return new Label(text, text, middle, y, width, Label.Anchor.MIDDLE, face, ink);
  }
}
