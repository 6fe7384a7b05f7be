package socketscope.layout;

import java.util.List;
import socketscope.layout.Label.Anchor;
import socketscope.layout.LayoutOptions.TextMeasure;

/** Sets texts into the room there is: a shorter form where one is given, else with an ellipsis. */
final class Typesetter {

  private static final String ELLIPSIS = "\u2026";

  private final TextMeasure measure;
  private final double scale;

  Typesetter(TextMeasure measure, double scale) {
    this.measure = measure;
    this.scale = scale;
  }

  double width(String text, Face face) {
    return measure.width(text, face) * scale;
  }

  Label set(String text, double x, double y, double room, Anchor anchor, Face face, Ink ink) {
    return set(List.of(text), x, y, room, anchor, face, ink);
  }

  /** Takes the first of the texts that fits, else the last one cut. */
  Label set(
      List<String> texts, double x, double y, double room, Anchor anchor, Face face, Ink ink) {
    String fitting =
        texts.stream()
            .filter(text -> width(text, face) <= room)
            .findFirst()
            .orElseGet(() -> cut(texts.getLast(), room, face));
    return new Label(fitting, texts.getFirst(), x, y, width(fitting, face), anchor, face, ink);
  }

  /**
   * The longest beginning that fits together with an ellipsis; nothing where not even that does.
   */
  private String cut(String text, double room, Face face) {
    int fits = -1;
    int tooLong = text.codePointCount(0, text.length()) + 1;
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (width(beginning(text, middle), face) <= room) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return fits < 0 ? "" : beginning(text, fits);
  }

  private static String beginning(String text, int codePoints) {
    return codePoints >= text.codePointCount(0, text.length())
        ? text
        : text.substring(0, text.offsetByCodePoints(0, codePoints)).stripTrailing() + ELLIPSIS;
  }
}
