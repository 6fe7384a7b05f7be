package socketscope;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What ends a thread of this process, or is reported as if it had; a test that leaves any fails.
 */
public final class UncaughtExceptions
    implements BeforeEachCallback, AfterEachCallback, Thread.UncaughtExceptionHandler {

  private final BlockingQueue<Throwable> left = new LinkedBlockingQueue<>();
  private Thread.UncaughtExceptionHandler before;

  /** Takes from now on what nobody catches. */
  public void begin() {
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(this);
  }

  /** Forgets what has been thrown: the test expects it. */
  public void clear() {
    left.clear();
  }

  /** Takes no more, and fails where there is any that no test has asked for. */
  public void end() {
    Thread.setDefaultUncaughtExceptionHandler(before);
    if (!left.isEmpty()) {
      AssertionError error = new AssertionError("threads failed: " + left);
      left.forEach(error::addSuppressed);
      throw error;
    }
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    left.add(failure);
  }

  /** The next one, which the test expects. */
  public Throwable next() throws InterruptedException {
    Throwable failure = left.poll(20, TimeUnit.SECONDS);
    if (failure == null) {
      throw new AssertionError("nothing failed in time");
    }
    return failure;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    begin();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    end();
  }
}
