package socketscope.export;

import socketscope.code.Phrase;
import socketscope.code.Wording;
import socketscope.text.Language;
import socketscope.text.Texts;

/** The words in exported programs, from the texts of the area {@code code}. */
public final class CodeWords implements Wording {

  private final Texts texts;

  private CodeWords(Texts texts) {
    this.texts = texts;
  }

  /** The words of a language. */
  public static CodeWords in(Language language) {
    return new CodeWords(Texts.of("code", language));
  }

  @Override
  public String text(Phrase phrase, Object... arguments) {
    return texts.get(phrase.name(), arguments);
  }
}
