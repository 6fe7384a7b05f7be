package socketscope.ui.palette;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How well what was typed fits a text. Each word typed must be found: best at the beginning of the
 * text, then at that of a word, as the first letters of words, anywhere, or letter by letter.
 * Capitals and accents make no difference.
 *
 * @param score greater is better
 * @param letters the letters of the text that were meant
 */
record Match(int score, BitSet letters) {

  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final int AT_START = 100;
  private static final int AT_WORD = 80;
  private static final int INITIALS = 65;
  private static final int WITHIN = 60;
  private static final int SCATTERED = 10;

  /** Letters further apart than this were hardly meant. */
  private static final int WIDEST_GAP = 4;

  /** How what was typed fits; empty where it does not. */
  static Optional<Match> of(String typed, String text) {
    return of(typed, text, true);
  }

  /** The same where letters that stand apart mean nothing, since the text is long. */
  static Optional<Match> ofWords(String typed, String text) {
    return of(typed, text, false);
  }

  private static Optional<Match> of(String typed, String text, boolean scattered) {
    String plain = plain(text);
    BitSet letters = new BitSet();
    int score = 0;
    for (String word : SPACES.split(plain(typed).strip())) {
      Match found = word(word, plain, scattered);
      if (found == null) {
        return Optional.empty();
      }
      score += found.score;
      letters.or(found.letters);
    }
    int length = scattered ? Math.min(9, text.length() / 12) : 0;
    return Optional.of(new Match(score - length, letters));
  }

  /** One letter for each of the text, so that their places are the same. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      String base =
          MARKS
              .matcher(Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD))
              .replaceAll("");
      plain.append(base.length() == 1 ? base : String.valueOf(letter));
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Match word(String word, String text, boolean scattered) {
    if (word.isEmpty()) {
      return new Match(0, new BitSet());
    }
    if (text.startsWith(word)) {
      return run(AT_START, 0, word.length());
    }
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (startsWord(text, at)) {
        return run(AT_WORD, at, word.length());
      }
    }
    Match initials = scattered ? letters(word, text, true) : null;
    if (initials != null) {
      return initials;
    }
    int within = text.indexOf(word);
    return within >= 0
        ? run(WITHIN, within, word.length())
        : scattered ? letters(word, text, false) : null;
  }

  private static Match run(int score, int from, int length) {
    BitSet letters = new BitSet();
    letters.set(from, from + length);
    return new Match(score, letters);
  }

  /** Letter by letter: each at the beginning of a word, or each not far from the one before. */
  private static @Nullable Match letters(String word, String text, boolean initials) {
    char first = word.charAt(0);
    for (int from = text.indexOf(first); from >= 0; from = text.indexOf(first, from + 1)) {
      Match found = lettersFrom(from, word, text, initials);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Match lettersFrom(int from, String word, String text, boolean initials) {
    BitSet letters = new BitSet();
    int at = from - 1;
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      int next = text.indexOf(letter, at + 1);
      while (initials && next >= 0 && !startsWord(text, next)) {
        next = text.indexOf(letter, next + 1);
      }
      boolean far = !initials && i > 0 && next - at > WIDEST_GAP;
      if (next < 0 || far) {
        return null;
      }
      letters.set(next);
      at = next;
    }
    int spread = letters.length() - letters.nextSetBit(0) - word.length();
    return new Match(initials ? INITIALS : SCATTERED - Math.min(spread, SCATTERED - 1), letters);
  }

  private static boolean startsWord(String text, int at) {
    return at == 0
        || Character.isLetterOrDigit(text.charAt(at))
            && !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
