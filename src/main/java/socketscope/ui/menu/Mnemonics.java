package socketscope.ui.menu;

import java.util.Locale;
import javafx.beans.property.Property;
import socketscope.text.Language;
import socketscope.text.Texts;
import socketscope.ui.wording.Words;

/**
 * The letters that give what stands in a menu, as data: the area {@code mnemonic} has a letter for
 * the key of each name. In the name that a menu shows, an underscore stands before that letter.
 */
final class Mnemonics {

  private final Words words;

  Mnemonics(Words words) {
    this.words = words;
  }

  /** Keeps a name to the text of that key. */
  void bind(Property<String> name, String key) {
    name.bind(words.texts().map(texts -> name(texts, key)));
  }

  /** The text of that key as it is now. */
  String name(String key) {
    return name(words.texts().getValue(), key);
  }

  private static String name(Texts texts, String key) {
    return mark(texts.get(key), letter(key, texts.language()));
  }

  /** A name that is not among the window's texts. */
  String name(String name, String key) {
    return mark(name, letter(key, words.language()));
  }

  /** One of the first nine of a list has its number before it. */
  static String numbered(int number, String name) {
    return (number < 10 ? "_" + number + "  " : "") + plain(name);
  }

  static String letter(String key, Language language) {
    return Texts.of("mnemonic", language).get(key);
  }

  /** The letter is rather that of a word's beginning than one within a word. */
  static String mark(String name, String letter) {
    String lower = name.toLowerCase(Locale.ROOT);
    String sought = letter.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(sought);
    for (int next = at; next >= 0; next = lower.indexOf(sought, next + 1)) {
      if (next == 0 || !Character.isLetterOrDigit(lower.charAt(next - 1))) {
        at = next;
        break;
      }
    }
    return at < 0 ? plain(name) : plain(name.substring(0, at)) + "_" + plain(name.substring(at));
  }

  /** The letter that a name marks; empty where there is none. */
  static String marked(String name) {
    for (int i = 0; i < name.length() - 1; i++) {
      if (name.charAt(i) == '_') {
        i++; // two of them are one that is shown
        if (name.charAt(i) != '_') {
          return name.substring(i, i + 1);
        }
      }
    }
    return "";
  }

  /** A name without a letter; its own underscores are written twice. */
  private static String plain(String name) {
    return name.replace("_", "__");
  }
}
