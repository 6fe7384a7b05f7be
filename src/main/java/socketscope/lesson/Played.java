package socketscope.lesson;

import socketscope.text.Texts;

/** A step and how it went. */
public record Played(Step step, StepOutcome outcome) {

  /** What to tell people about it, on two lines: where and what it was, and how it went. */
  public String sentence(Texts lessonTexts) {
    return lessonTexts.get("outcome.at", step.line(), step, outcome.sentence(lessonTexts));
  }
}
