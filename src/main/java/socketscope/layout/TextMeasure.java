package socketscope.layout;

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
