package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import socketscope.UncaughtExceptions;

class PulseTest {

  @RegisterExtension final UncaughtExceptions failures = new UncaughtExceptions();
  private final Semaphore beats = new Semaphore(0);

  private boolean beats(int times) throws InterruptedException {
    return beats.tryAcquire(times, 10, TimeUnit.SECONDS);
  }

  @Test
  void askedManyTimesAtOnceItBeatsOnceMore() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (Pulse pulse =
        new Pulse(
            "test",
            0,
            () -> {
              beats.release();
              return awaited(go);
            })) {
      pulse.soon();
      assertThat(beats(1)).isTrue();
      for (int i = 0; i < 100; i++) {
        pulse.soon();
      }
      go.countDown();
      assertThat(beats(1)).isTrue();
    }
    assertThat(beats.availablePermits()).isZero();
  }

  private static long awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Pulse.REST;
  }

  @Test
  void itBeatsAgainAfterThePauseThatItWasTold() throws Exception {
    try (Pulse pulse =
        new Pulse(
            "test",
            0,
            () -> {
              beats.release();
              return 1;
            })) {
      pulse.soon();
      assertThat(beats(5)).isTrue();
    }
  }

  @Test
  void whereItFailsThatIsReportedAndItBeatsAgain() throws Exception {
    try (Pulse pulse =
        new Pulse(
            "test",
            0,
            () -> {
              beats.release();
              throw new IllegalStateException("broken");
            })) {
      pulse.soon();
      assertThat(beats(2)).isTrue();
    }
    assertThat(failures.next()).hasMessage("broken");
    assertThat(failures.next()).hasMessage("broken");
  }

  @Test
  void onceClosedItRests() throws Exception {
    Pulse pulse =
        new Pulse(
            "test",
            0,
            () -> {
              beats.release();
              return 1;
            });
    pulse.soon();
    assertThat(beats(2)).isTrue();
    pulse.close();
    beats.drainPermits();
    pulse.soon();
    assertThat(beats.tryAcquire(50, TimeUnit.MILLISECONDS)).isFalse();
  }
}
