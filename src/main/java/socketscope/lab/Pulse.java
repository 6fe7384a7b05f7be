package socketscope.lab;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import socketscope.failure.BackgroundThread;
import socketscope.failure.Failures;

/**
 * Does something on a thread of its own: soon after it was asked to, where being asked many times
 * at once is being asked once; and again after as long a pause as the doing itself says. Where it
 * fails, that is reported, and it is done again after a while.
 */
final class Pulse implements AutoCloseable {

  /** What the doing answers where it need not be done again by itself. */
  static final long REST = 0;

  private static final long AFTER_FAILURE_MILLIS = 1000;

  private final BackgroundThread thread;
  private final long gapMillis;
  private final LongSupplier action;
  private final AtomicBoolean asked = new AtomicBoolean();
  private @Nullable Future<?> again;

  /**
   * A pulse that rests until it is asked.
   *
   * @param gapMillis how long it waits after it was asked, lest it run too often
   * @param action what to do; it answers after how many milliseconds to do it again, or {@link
   *     #REST}
   */
  Pulse(String name, long gapMillis, LongSupplier action) {
    this.gapMillis = gapMillis;
    this.action = action;
    thread = new BackgroundThread(name);
  }

  /** Has it done soon. Returns at once. */
  void soon() {
    if (asked.compareAndSet(false, true)) {
      var _ = thread.schedule(this::beat, gapMillis, TimeUnit.MILLISECONDS);
    }
  }

  private void beat() {
    asked.set(false);
    if (again != null) {
      again.cancel(false);
    }
    long pause = pauseAfterAction();
    again = pause == REST ? null : thread.schedule(this::beat, pause, TimeUnit.MILLISECONDS);
  }

  private long pauseAfterAction() {
    try {
      return action.getAsLong();
    } catch (RuntimeException | Error e) {
      Failures.report(e);
      return AFTER_FAILURE_MILLIS;
    }
  }

  /** Rests for ever, once what is being done is done. */
  @Override
  public void close() {
    thread.close();
  }
}
