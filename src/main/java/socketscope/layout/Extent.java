package socketscope.layout;

import socketscope.diagram.Span;

/**
 * How much of a diagram is laid out.
 *
 * @param fromRow the first row that is wanted
 * @param toRow the row after the last one that is wanted
 * @param endRow the row before which the diagram ends: nothing of it, or of later ones, is there
 * @param leastHeight the least height of the body; what has not ended runs down to its bottom
 */
public record Extent(int fromRow, int toRow, int endRow, double leastHeight) {

  /** All of it, no higher than it needs to be. */
  public static final Extent WHOLE = new Extent(0, Span.OPEN, Span.OPEN, 0);
}
