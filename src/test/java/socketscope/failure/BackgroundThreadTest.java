package socketscope.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import socketscope.UncaughtExceptions;

class BackgroundThreadTest {

  @RegisterExtension final UncaughtExceptions failures = new UncaughtExceptions();

  private static void fail(String message) {
    throw new IllegalStateException(message);
  }

  @Test
  void whatATaskThrowsIsReportedAndTheNextOneIsRun() throws Exception {
    CountDownLatch next = new CountDownLatch(3);
    try (BackgroundThread thread = new BackgroundThread("test")) {
      thread.execute(() -> fail("executed"));
      thread.execute(next::countDown);
      var _ = thread.submit(() -> fail("submitted"));
      thread.execute(next::countDown);
      var _ = thread.schedule(() -> fail("scheduled"), 1, TimeUnit.MILLISECONDS);
      var _ = thread.schedule(next::countDown, 2, TimeUnit.MILLISECONDS);
      assertThat(next.await(20, TimeUnit.SECONDS)).isTrue();
    }
    for (String message : new String[] {"executed", "submitted", "scheduled"}) {
      assertThat(failures.next()).hasMessage(message);
    }
  }

  @Test
  void anErrorIsReportedToo() throws Exception {
    try (BackgroundThread thread = new BackgroundThread("test")) {
      thread.execute(() -> {
        throw new StackOverflowError("deep");
      });
      assertThat(failures.next()).isInstanceOf(StackOverflowError.class);
    }
  }

  @Test
  void whatIsGivenToItAfterItsEndIsDropped() {
    BackgroundThread thread = new BackgroundThread("test");
    CountDownLatch later = new CountDownLatch(1);
    var _ = thread.schedule(later::countDown, 1, TimeUnit.HOURS);
    thread.close();
    thread.execute(later::countDown);
    assertThat(thread.isTerminated()).isTrue();
    assertThat(later.getCount()).isOne();
  }
}
