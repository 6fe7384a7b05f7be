package socketscope.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that an experiment is written to. */
final class OutputOptions {

  @Option(names = "--svg", paramLabel = "FILE", descriptionKey = "svg")
  @Nullable Path svg;

  @Option(names = "--png", paramLabel = "FILE", descriptionKey = "png")
  @Nullable Path png;

  @Option(names = "--text", paramLabel = "FILE", descriptionKey = "text")
  @Nullable Path text;

  @Option(names = "--folded", descriptionKey = "folded")
  boolean folded;

  @Option(names = "--dark", descriptionKey = "dark")
  boolean dark;

  boolean wantNothing() {
    return svg == null && png == null && text == null;
  }
}
