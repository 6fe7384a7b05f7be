package socketscope.failure;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logs what ends a thread, and what is reported as if it had. What fails again and again is logged
 * wholly the first time, and its number of times when that is two, four, eight ...: a failure at
 * each frame would else push its own beginning out of the log.
 */
public final class FailureLog implements Thread.UncaughtExceptionHandler {

  private final System.Logger log;
  private final Map<FailureKind, Integer> counts = new ConcurrentHashMap<>();

  /** Logs there. */
  public FailureLog(System.Logger log) {
    this.log = log;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    int count = counts.merge(FailureKind.of(failure), 1, Integer::sum);
    if (count == 1) {
      log.log(Level.ERROR, "in thread " + thread.getName(), failure);
    } else if (Integer.bitCount(count) == 1) {
      log.log(Level.ERROR, failure + " for the " + count + "th time");
    }
  }

  /**
   * What a failure has in common with those that come again and again of the same cause.
   *
   * @param type the class of the exception
   * @param place where it was thrown; its message where that is not known
   */
  public record FailureKind(String type, String place) {

    /** The kind of a failure. */
    public static FailureKind of(Throwable failure) {
      StackTraceElement[] trace = failure.getStackTrace();
      String place = trace.length == 0 ? String.valueOf(failure.getMessage()) : trace[0].toString();
      return new FailureKind(failure.getClass().getName(), place);
    }
  }
}
