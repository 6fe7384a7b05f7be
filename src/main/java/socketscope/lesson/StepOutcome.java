package socketscope.lesson;

import java.util.Optional;
import socketscope.event.StepFailed.Reason;
import socketscope.text.Texts;

/** How a step went, beside what the lesson says of it. */
public sealed interface StepOutcome {

  /** In place of an answer: the call blocks. */
  String BLOCKS = "...";

  /** In place of an answer: any, or none because the program has ended; strace(1) writes it so. */
  String UNKNOWN = "?";

  /** The kernel answered as the lesson says, or the call blocks as it says. */
  record Met() implements StepOutcome {}

  /** The call returned, and the lesson does not say what. */
  record NotChecked() implements StepOutcome {}

  /**
   * It went otherwise.
   *
   * @param expected in the notation of the lesson, with real ports; {@link #BLOCKS}; or {@link
   *     #UNKNOWN} where any answer would have done
   * @param actual the kernel's answer in the same notation; {@link #BLOCKS}; or {@link #UNKNOWN}
   *     where the program ended before
   */
  record Unmet(String expected, String actual) implements StepOutcome {}

  /**
   * The call could not be made.
   *
   * @param detail the name, address or program that is why
   */
  record NotMade(Reason reason, String detail) implements StepOutcome {}

  /** Whether it went as the lesson says. */
  default boolean asTheLessonSays() {
    return switch (this) {
      case Met _, NotChecked _ -> true;
      case Unmet _, NotMade _ -> false;
    };
  }

  /** Whether the steps after it can be made as they are meant: the call was made, and answered. */
  default boolean canGoOn() {
    return hindrance().isEmpty();
  }

  /** Why the steps after it cannot be made as they are meant; empty where they can. */
  default Optional<NotMade> hindrance() {
    return switch (this) {
      case Met _, NotChecked _ -> Optional.empty();
      case Unmet(_, String actual) when actual.equals(BLOCKS) ->
          Optional.of(new NotMade(Reason.NOT_RETURNED, ""));
      case Unmet(_, String actual) when actual.equals(UNKNOWN) ->
          Optional.of(new NotMade(Reason.NEVER_RETURNED, ""));
      case Unmet _ -> Optional.empty();
      case NotMade notMade -> Optional.of(notMade);
    };
  }

  /** The sentence for people. */
  default String sentence(Texts lessonTexts) {
    return switch (this) {
      case Met _ -> lessonTexts.get("outcome.met");
      case NotChecked _ -> lessonTexts.get("outcome.notChecked");
      case Unmet(_, String actual) when actual.equals(UNKNOWN) ->
          lessonTexts.get("outcome.notMade." + Reason.NEVER_RETURNED);
      case Unmet(_, String actual) when actual.equals(BLOCKS) ->
          lessonTexts.get("outcome.notMade." + Reason.NOT_RETURNED);
      case Unmet(String expected, String actual) when expected.equals(BLOCKS) ->
          lessonTexts.get("outcome.returned", actual);
      case Unmet(String expected, String actual) ->
          lessonTexts.get("outcome.unmet", expected, actual);
      case NotMade(Reason reason, String detail) ->
          lessonTexts.get("outcome.notMade." + reason, detail);
    };
  }
}
