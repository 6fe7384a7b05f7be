package socketscope.layout;

/**
 * What a picture is laid out for.
 *
 * @param width the width there is; the picture is wider where its lines would be too close
 * @param folded whether a program and its kernel share one line; they do in any case where many
 *     programs take part
 */
public record LayoutOptions(
    double width,
    boolean folded,
    Extent extent,
    Metrics metrics,
    TextMeasure measure,
    PictureWords wording) {

  /** The whole diagram for a screen of that width, with measures that need no font. */
  public static LayoutOptions screen(double width, PictureWords wording) {
    return new LayoutOptions(
        width, false, Extent.WHOLE, Metrics.screen(1), TextMeasure.fixed(), wording);
  }

  /** The whole diagram for monospaced text of that many columns. */
  public static LayoutOptions cells(int width, PictureWords wording) {
    return new LayoutOptions(
        width, false, Extent.WHOLE, Metrics.cells(), TextMeasure.cells(), wording);
  }

  /** The same for that width. */
  public LayoutOptions wide(double other) {
    return new LayoutOptions(other, folded, extent, metrics, measure, wording);
  }

  /** The same with that measure. */
  public LayoutOptions measuredBy(TextMeasure other) {
    return new LayoutOptions(width, folded, extent, metrics, other, wording);
  }

  /** The same with those sizes. */
  public LayoutOptions sized(Metrics other) {
    return new LayoutOptions(width, folded, extent, other, measure, wording);
  }

  /** The same, folded or not. */
  public LayoutOptions folded(boolean wanted) {
    return new LayoutOptions(width, wanted, extent, metrics, measure, wording);
  }

  /** The same for that part of the diagram. */
  public LayoutOptions extending(Extent other) {
    return new LayoutOptions(width, folded, other, metrics, measure, wording);
  }
}
