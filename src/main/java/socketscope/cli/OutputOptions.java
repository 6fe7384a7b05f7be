package socketscope.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import socketscope.code.ProgramLanguage;

/** The files that an experiment is written to. */
final class OutputOptions {

  @Option(names = "--svg", paramLabel = "FILE", descriptionKey = "svg")
  @Nullable Path svg;

  @Option(names = "--png", paramLabel = "FILE", descriptionKey = "png")
  @Nullable Path png;

  @Option(names = "--pdf", paramLabel = "FILE", descriptionKey = "pdf")
  @Nullable Path pdf;

  @Option(names = "--text", paramLabel = "FILE", descriptionKey = "text")
  @Nullable Path text;

  @Option(names = "--mermaid", paramLabel = "FILE", descriptionKey = "mermaid")
  @Nullable Path mermaid;

  @Option(names = "--html", paramLabel = "FILE", descriptionKey = "html")
  @Nullable Path html;

  @Option(names = "--transcript", paramLabel = "FILE", descriptionKey = "transcript")
  @Nullable Path transcript;

  @Option(names = "--pcapng", paramLabel = "FILE", descriptionKey = "pcapng")
  @Nullable Path pcapng;

  /** A folder for each language, since an experiment has several programs. */
  @Option(
      names = "--code",
      paramLabel = "c|rust|java|python=FOLDER",
      descriptionKey = "code",
      converter = {CodeLanguageConverter.class, FolderConverter.class})
  Map<ProgramLanguage, Path> code = new EnumMap<>(ProgramLanguage.class);

  /**
   * How many rows of the diagram are shown; null for all of them. It is read once these are known.
   */
  @Option(names = "--until", paramLabel = "ROW", descriptionKey = "until")
  @Nullable String until;

  @Option(names = "--folded", descriptionKey = "folded")
  boolean folded;

  @Option(names = "--dark", descriptionKey = "dark")
  boolean dark;

  /** Whether anything is asked for. */
  boolean wantNothing() {
    return files().isEmpty() && code.isEmpty();
  }

  /** Reads {@code rust}. */
  static final class CodeLanguageConverter implements ITypeConverter<ProgramLanguage> {
    @Override
    public ProgramLanguage convert(String text) {
      return ProgramLanguage.ofId(text).orElseThrow(() -> new TypeConversionException(text));
    }
  }

  /** Reads a folder's path. */
  static final class FolderConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      return Path.of(text);
    }
  }

  /** The files that are asked for. */
  List<Path> files() {
    return Stream.of(svg, png, pdf, text, mermaid, html, transcript, pcapng)
        .filter(Objects::nonNull)
        .toList();
  }
}
