package socketscope.ui.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import socketscope.ui.wording.Words;

/**
 * One sentence for the user about the application or the machine.
 *
 * @param sentence in the language of the moment
 * @param offer what can be done about it; null for nothing
 * @param refusal the key of what says no to a question; null where nothing is asked
 */
public record Notice(
    Kind kind, Function<Words, String> sentence, @Nullable Offer offer, @Nullable String refusal) {

  /** How much it matters. */
  public enum Kind {
    /** Good to know. */
    INFORMATION,
    /** Something did not work. */
    FAULT,
    /** Socketscope itself failed: it is said until the user has taken it away. */
    FAILURE
  }

  /** Something to do about it, with the key of its text. */
  public record Offer(String key, Runnable action) {}

  /** Something good to know. */
  public static Notice information(String key, Object... arguments) {
    return new Notice(Kind.INFORMATION, words -> words.get(key, arguments), null, null);
  }

  /** Something that did not work. */
  public static Notice fault(String key, Object... arguments) {
    return fault(words -> words.get(key, arguments));
  }

  /** Something that did not work, said by whoever knows how. */
  public static Notice fault(Function<Words, String> sentence) {
    return new Notice(Kind.FAULT, sentence, null, null);
  }

  /** That Socketscope itself failed. */
  static Notice failure(Function<Words, String> sentence) {
    return new Notice(Kind.FAILURE, sentence, null, null);
  }

  /** Whether it goes away by itself: it asks nothing, and nothing went wrong. */
  public boolean passes() {
    return kind == Kind.INFORMATION && refusal == null;
  }

  /** The same with something to do about it. */
  public Notice offering(String key, Runnable action) {
    return new Notice(kind, sentence, new Offer(key, action), refusal);
  }

  /** The same as a question, to which that says no. */
  public Notice refusable(String key) {
    return new Notice(kind, sentence, offer, key);
  }
}
