package socketscope.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import socketscope.compare.Comparison;
import socketscope.text.Language;
import socketscope.trace.TraceFormatException;
import socketscope.trace.TraceReader;

/** A conversation beside a refused one, both captured. */
final class ComparedTraces {

  private ComparedTraces() {}

  static HtmlComparison.Side side(String name) {
    try {
      Path file = Path.of("src/test/resources/socketscope/export", name + ".jsonl");
      return new HtmlComparison.Side(name, TraceReader.read(file).events());
    } catch (IOException | TraceFormatException e) {
      throw new AssertionError(e);
    }
  }

  static Comparison comparison() {
    return Comparison.of(side("captured-tcp").events(), side("captured-refused").events());
  }

  static String page(boolean folded, Language language) {
    return HtmlComparison.of(
        side("captured-tcp"), side("captured-refused"), folded, language, ZoneOffset.UTC);
  }
}
