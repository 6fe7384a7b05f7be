package socketscope.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import socketscope.event.Place;
import socketscope.lab.Capturing;

/** The options of the commands that play lessons. */
final class PlayOptions {

  @Option(names = "--no-capture", descriptionKey = "noCapture")
  private boolean noCapture;

  @Option(
      names = "--where",
      paramLabel = "alone|shared",
      descriptionKey = "where",
      converter = PlaceConverter.class)
  private @Nullable Place where;

  Capturing capturing() {
    return noCapture ? Capturing.OFF : Capturing.WHERE_POSSIBLE;
  }

  /** Where the programs are to run; null where that is not said. */
  @Nullable Place where() {
    return where;
  }
}
