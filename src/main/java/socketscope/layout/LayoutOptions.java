package socketscope.layout;

import org.jspecify.annotations.Nullable;
import socketscope.diagram.Diagram;
import socketscope.diagram.Span;

/**
 * What a picture is laid out for.
 *
 * @param width the width there is; the picture is wider where its lines would be too close
 * @param folded whether a program and its kernel share one line; they do in any case where many
 *     programs take part
 * @param room a later diagram of the same experiment, whose room the picture takes, so that the
 *     pictures of several moments lie on each other; null where the diagram's own room will do
 */
public record LayoutOptions(
    double width,
    boolean folded,
    Extent extent,
    Metrics metrics,
    TextMeasure measure,
    PictureWords wording,
    @Nullable Diagram room) {

  /** The whole diagram for a screen of that width, with measures that need no font. */
  public static LayoutOptions screen(double width, PictureWords wording) {
    return new LayoutOptions(
        width, false, Extent.WHOLE, Metrics.screen(1), TextMeasure.fixed(), wording, null);
  }

  /** The whole diagram for monospaced text of that many columns. */
  public static LayoutOptions cells(int width, PictureWords wording) {
    return new LayoutOptions(
        width, false, Extent.WHOLE, Metrics.cells(), TextMeasure.cells(), wording, null);
  }

  /** The same for that width. */
  public LayoutOptions wide(double other) {
    return new LayoutOptions(other, folded, extent, metrics, measure, wording, room);
  }

  /** The same with that measure. */
  public LayoutOptions measuredBy(TextMeasure other) {
    return new LayoutOptions(width, folded, extent, metrics, other, wording, room);
  }

  /** The same with those sizes. */
  public LayoutOptions sized(Metrics other) {
    return new LayoutOptions(width, folded, extent, other, measure, wording, room);
  }

  /** The same, folded or not. */
  public LayoutOptions folded(boolean wanted) {
    return new LayoutOptions(width, wanted, extent, metrics, measure, wording, room);
  }

  /** The same for that part of the diagram. */
  public LayoutOptions extending(Extent other) {
    return new LayoutOptions(width, folded, other, metrics, measure, wording, room);
  }

  /** The same with the room that a later diagram of the same experiment takes. */
  public LayoutOptions keepingRoomFor(@Nullable Diagram later) {
    return new LayoutOptions(width, folded, extent, metrics, measure, wording, later);
  }

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

  /** How wide texts are in the fonts of the place that is drawn on. */
  @FunctionalInterface
  public interface TextMeasure {

    /** The width of a text in pixels where the text scale is 1. */
    double width(String text, Face face);

    /** Measures without a font: characters are as wide as those of usual fonts are on average. */
    static TextMeasure fixed() {
      return (text, face) ->
          text.codePointCount(0, text.length()) * face.size() * (face.monospaced() ? 0.6 : 0.57);
    }

    /** Every character is one cell of a terminal wide. */
    static TextMeasure cells() {
      return (text, _) -> text.codePointCount(0, text.length());
    }
  }
}
