package socketscope.lesson;

import java.io.Serial;
import socketscope.event.StepFailed.Reason;
import socketscope.lesson.StepOutcome.NotMade;

/** A step's call cannot be made. */
final class NotMadeException extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final transient NotMade outcome;

  NotMadeException(Reason reason, String detail) {
    super(reason + " " + detail);
    this.outcome = new NotMade(reason, detail);
  }

  NotMade outcome() {
    return outcome;
  }
}
