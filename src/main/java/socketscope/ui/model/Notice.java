package socketscope.ui.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import socketscope.ui.wording.Words;

/**
 * One sentence for the user about the application or the machine.
 *
 * @param sentence in the language of the moment
 * @param offer what can be done about it; null for nothing
 */
public record Notice(Kind kind, Function<Words, String> sentence, @Nullable Offer offer) {

  /** How much it matters. */
  public enum Kind {
    /** Good to know. */
    INFORMATION,
    /** Something did not work. */
    FAULT
  }

  /** Something to do about it, with the key of its text. */
  public record Offer(String key, Runnable action) {}

  /** Something good to know. */
  public static Notice information(String key, Object... arguments) {
    return new Notice(Kind.INFORMATION, words -> words.get(key, arguments), null);
  }

  /** Something that did not work. */
  public static Notice fault(String key, Object... arguments) {
    return fault(words -> words.get(key, arguments));
  }

  /** Something that did not work, said by whoever knows how. */
  public static Notice fault(Function<Words, String> sentence) {
    return new Notice(Kind.FAULT, sentence, null);
  }

  /** The same with something to do about it. */
  public Notice offering(String key, Runnable action) {
    return new Notice(kind, sentence, new Offer(key, action));
  }
}
