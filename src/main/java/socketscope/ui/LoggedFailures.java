package socketscope.ui;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import socketscope.failure.Failures;

/**
 * Reports the exceptions that libraries log and then go on, as JavaFX does with those of a binding:
 * nobody else would hear of them.
 */
final class LoggedFailures extends Handler {

  /** Listens to all that is logged in this process, until it is closed. */
  LoggedFailures() {
    Logger.getLogger("").addHandler(this);
  }

  @Override
  public void publish(LogRecord message) {
    if (message.getThrown() != null) {
      Failures.report(message.getThrown());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
