package socketscope.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that every text is there in. */
public enum Language {
  ENGLISH("en"),
  SPANISH("es");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** Its code in ISO 639-1. */
  public String code() {
    return code;
  }

  /** Its locale. */
  public Locale locale() {
    return Locale.of(code);
  }

  /** The language of that code. */
  public static Optional<Language> ofCode(String code) {
    for (Language language : values()) {
      if (language.code.equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** The language that the system is set to; English where it is neither of ours. */
  public static Language ofSystem() {
    return of(System.getenv(), Locale.getDefault());
  }

  /**
   * What the environment names (POSIX, Base Definitions 8.2), since a locale that is named but not
   * installed is English for Java; else the locale's.
   */
  static Language of(Map<String, String> environment, Locale locale) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(variable -> environment.getOrDefault(variable, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .flatMap(value -> ofCode(value.split("[_.@]", 2)[0]))
        .or(() -> ofCode(locale.getLanguage()))
        .orElse(ENGLISH);
  }
}
