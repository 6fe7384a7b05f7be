package socketscope.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import socketscope.text.Language;

/** What every command understands. */
final class CommonOptions {

  /** Read ahead of the rest by {@link LanguageChoice}; here for its check and for the help. */
  @Option(
      names = LanguageChoice.OPTION,
      paramLabel = "es|en",
      descriptionKey = "lang",
      converter = LanguageChoice.Converter.class)
  private @Nullable Language language;

  @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "help")
  private boolean help;
}
