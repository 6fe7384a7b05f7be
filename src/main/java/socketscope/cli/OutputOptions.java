package socketscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

  @Option(names = "--mermaid", paramLabel = "FILE", descriptionKey = "mermaid")
  @Nullable Path mermaid;

  @Option(names = "--pcapng", paramLabel = "FILE", descriptionKey = "pcapng")
  @Nullable Path pcapng;

  @Option(names = "--folded", descriptionKey = "folded")
  boolean folded;

  @Option(names = "--dark", descriptionKey = "dark")
  boolean dark;

  /** The files that are asked for. */
  List<Path> files() {
    return Stream.of(svg, png, text, mermaid, pcapng).filter(Objects::nonNull).toList();
  }
}
