package socketscope.cli;

import java.util.List;
import picocli.CommandLine;
import socketscope.text.Language;

/**
 * The language of a command line, which must be known before the line is understood, since its own
 * faults are told in that language.
 */
final class LanguageChoice {

  static final String OPTION = "--lang";

  private LanguageChoice() {}

  /** What {@code --lang es} or {@code --lang=es} asks for; else the system's. */
  static Language in(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      String code = null;
      if (argument.equals(OPTION) && i + 1 < arguments.size()) {
        code = arguments.get(i + 1);
      } else if (argument.startsWith(OPTION + "=")) {
        code = argument.substring(OPTION.length() + 1);
      }
      if (code != null) {
        return Language.ofCode(code).orElse(Language.ofSystem());
      }
    }
    return Language.ofSystem();
  }

  /** Reads the option's value. */
  static final class Converter implements CommandLine.ITypeConverter<Language> {
    @Override
    public Language convert(String code) {
      return Language.ofCode(code).orElseThrow(() -> new CommandLine.TypeConversionException(code));
    }
  }
}
