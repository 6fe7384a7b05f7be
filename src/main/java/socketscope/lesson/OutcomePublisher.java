package socketscope.lesson;

import socketscope.event.StepChecked;
import socketscope.event.StepFailed;
import socketscope.lesson.LessonStep.CallStep;
import socketscope.lesson.StepOutcome.Met;
import socketscope.lesson.StepOutcome.NotChecked;
import socketscope.lesson.StepOutcome.NotMade;
import socketscope.lesson.StepOutcome.Unmet;

/** Publishes how steps went. */
record OutcomePublisher(Stage stage) {

  /**
   * Publishes the outcome of a step, unless there was nothing to check. May be called by any
   * thread.
   *
   * @param expected in the notation of the lesson
   */
  void write(CallStep step, long callId, String expected, StepOutcome outcome) {
    switch (outcome) {
      case Met _ -> write(step, callId, expected, expected, true);
      case Unmet(_, String actual) -> write(step, callId, expected, actual, false);
      case NotChecked _, NotMade _ -> {}
    }
  }

  /**
   * Publishes that the lesson cannot go on as it is meant, where that is so.
   *
   * @param left how many steps come after it
   */
  void failed(LessonStep step, StepOutcome outcome, int left) {
    outcome
        .hindrance()
        .ifPresent(why ->
            stage.publish(
                new StepFailed(
                    stage.stamp(step.program()), step.line(), why.reason(), why.detail(), left)));
  }

  private void write(CallStep step, long callId, String expected, String actual, boolean met) {
    stage.publish(
        new StepChecked(stage.stamp(step.program()), callId, step.line(), expected, actual, met));
  }
}
