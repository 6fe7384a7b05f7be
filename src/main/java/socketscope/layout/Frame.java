package socketscope.layout;

import socketscope.diagram.Diagram;
import socketscope.diagram.Span;

/** What all parts of one layout share: where rows and lines are, and what is to be laid out. */
final class Frame {

  /** How far above the line of a row its note stands, in rises of a label. */
  static final double NOTE_RISE = 1.1;

  /** Which part of the gap between two lifelines the bands of one may take. */
  private static final double MOST_FOR_BANDS = 0.14;

  private final Diagram diagram;

  /** The diagram whose room the picture takes. */
  private final Diagram whole;

  private final LayoutOptions options;
  private final Columns columns;
  private final Typesetter typesetter;
  private final int endRow;

  Frame(Diagram diagram, LayoutOptions options) {
    this.diagram = diagram;
    this.options = options;
    this.whole = options.room() == null ? diagram : options.room();
    this.columns = new Columns(whole, options);
    this.typesetter = new Typesetter(options.measure(), options.metrics().scale());
    this.endRow = Math.min(diagram.rows().size(), options.extent().endRow());
  }

  Diagram diagram() {
    return diagram;
  }

  /** This frame with everything in it that will happen; itself where that has happened already. */
  Frame whole() {
    return keepsRoom() ? new Frame(whole, options.keepingRoomFor(null)) : this;
  }

  Metrics metrics() {
    return options.metrics();
  }

  PictureWords wording() {
    return options.wording();
  }

  Columns columns() {
    return columns;
  }

  Typesetter typesetter() {
    return typesetter;
  }

  int firstRow() {
    return Math.max(0, options.extent().fromRow());
  }

  /** The row after the last wanted one. */
  int toRow() {
    return Math.min(endRow, options.extent().toRow());
  }

  int endRow() {
    return endRow;
  }

  double rowTop(int row) {
    return metrics().top() + row * metrics().row();
  }

  double lineY(int row) {
    return rowTop(row) + metrics().line();
  }

  double bodyHeight() {
    int rows = goesOn() ? whole.rows().size() : endRow;
    return Math.max(rowTop(rows) + metrics().row(), options.extent().leastHeight());
  }

  private boolean keepsRoom() {
    return options.room() != null;
  }

  /** Whether rows are to come for which room is kept. */
  private boolean goesOn() {
    return keepsRoom() && endRow < whole.rows().size();
  }

  /**
   * How far calls keep from the middle of their kernel's line: in a folded picture activations
   * stand between the two.
   */
  double kernelEdge() {
    return columns.folded()
        ? metrics().edge() + metrics().activation() + metrics().lane()
        : metrics().edge();
  }

  /** The first row whose spans are to be seen, in part. */
  int firstSpanned() {
    return firstRow() - 1;
  }

  /** The last row whose spans are to be seen, in part. */
  int lastSpanned() {
    return Math.min(toRow(), endRow - 1);
  }

  /** Where a span begins, or a little above what is to be seen. */
  double top(Span<?> span) {
    return lineY(Math.max(span.from(), firstRow() - 2));
  }

  /** Where a span ends, or a little below what is to be seen. */
  double bottom(Span<?> span) {
    if (span.to() < endRow && span.to() <= toRow() + 1) {
      return lineY(span.to());
    }
    if (toRow() < endRow) {
      return lineY(toRow() + 1);
    }
    return goesOn() ? rowTop(endRow) : bodyHeight();
  }

  /** How far from a kernel's line its bands reach towards the middle of the picture. */
  double bandsReach(String program) {
    return bandWidth(program) / 2 + (lanes(program) - 1) * pitch(program);
  }

  private int lanes(String program) {
    return Math.max(1, whole.bandLanes(program));
  }

  /** How far apart the bands of a kernel are; many of them must leave room for the packets. */
  double pitch(String program) {
    int count = lanes(program);
    double usual = metrics().band() + metrics().lane();
    return count < 2 ? usual : Math.min(usual, MOST_FOR_BANDS * columns.gap() / (count - 1));
  }

  /** How wide a band of a kernel is. */
  double bandWidth(String program) {
    double narrow = Math.max(Math.min(metrics().stroke(), pitch(program)), 0.8 * pitch(program));
    return Math.min(metrics().band(), narrow);
  }
}
