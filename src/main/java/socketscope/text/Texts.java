package socketscope.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of one area in one language: {@code socketscope/text/AREA_LANGUAGE.properties}, in
 * UTF-8. A text is a pattern of {@link MessageFormat}, always: an apostrophe is written twice.
 */
public final class Texts {

  private final Language language;
  private final ResourceBundle bundle;

  private Texts(Language language, ResourceBundle bundle) {
    this.language = language;
    this.bundle = bundle;
  }

  /** The texts of that area. */
  public static Texts of(String area, Language language) {
    // The language is part of the name, so that a missing Spanish text is a fault, not English.
    String name = "socketscope.text." + area + "_" + language.code();
    return new Texts(language, ResourceBundle.getBundle(name, Locale.ROOT));
  }

  /** The language. */
  public Language language() {
    return language;
  }

  /** Whether there is a text of that key. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /**
   * The text of that key with its arguments filled in. Numbers are written without grouping.
   *
   * @throws java.util.MissingResourceException where there is none: a fault in this program
   */
  public String get(String key, Object... arguments) {
    Object[] plain = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      plain[i] = arguments[i] instanceof Number number ? number.toString() : arguments[i];
    }
    return new MessageFormat(bundle.getString(key), language.locale()).format(plain);
  }
}
