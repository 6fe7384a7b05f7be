package socketscope.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import socketscope.text.Language;

/** What every command understands; picocli and {@link LanguageChoice} act on it. */
@SuppressWarnings("UnusedVariable")
@Command(versionProvider = VersionText.class)
abstract sealed class CommonOptions
    permits SocketscopeCommand,
        RunCommand,
        OpenCommand,
        ExportCommand,
        CompareCommand,
        LessonsCommand,
        DoctorCommand {

  /** Read ahead of the rest by {@link LanguageChoice}; here for its check and for the help. */
  @Option(
      names = LanguageChoice.OPTION,
      paramLabel = "es|en",
      descriptionKey = "lang",
      converter = LanguageChoice.Converter.class)
  private @Nullable Language language;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      descriptionKey = "version")
  private boolean version;

  /** The language that was asked for; empty where it is the system's. */
  Optional<Language> language() {
    return Optional.ofNullable(language);
  }
}
