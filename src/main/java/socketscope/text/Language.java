package socketscope.text;

import java.util.Locale;
import java.util.Optional;

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
    return ofCode(Locale.getDefault().getLanguage()).orElse(ENGLISH);
  }
}
