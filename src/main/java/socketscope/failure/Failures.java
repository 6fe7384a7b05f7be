package socketscope.failure;

/** Hands on what a task threw that nobody expected, so that whoever ran the task can go on. */
public final class Failures {

  private Failures() {}

  /** Tells the handler of this thread, as if the exception had ended the thread. */
  public static void report(Throwable failure) {
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
  }

  /**
   * Runs a task, and reports what it throws.
   *
   * @return whether it ran to its end
   */
  public static boolean attempt(Runnable task) {
    try {
      task.run();
      return true;
    } catch (RuntimeException | Error e) {
      report(e);
      return false;
    }
  }
}
