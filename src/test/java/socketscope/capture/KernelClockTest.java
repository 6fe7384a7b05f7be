package socketscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KernelClockTest {

  private final Random random = new Random(5);
  private long now = 1_000_000;
  private long distance = 1_700_000_000_000_000_000L;

  /** Reading a clock takes a while. */
  private long read() {
    now += random.nextInt(20, 400);
    return now;
  }

  private final KernelClock clock = new KernelClock(this::read, () -> read() + distance);

  @Test
  void momentIsTrueToLessThanAReadingOfTheClock() {
    for (int i = 0; i < 1000; i++) {
      long moment = now;
      now += random.nextInt(100_000);
      assertThat(clock.monotonic(moment + distance)).isBetween(moment - 40, moment + 40);
    }
  }

  @Test
  void momentIsNeverInTheFuture() {
    assertThat(clock.monotonic(now + 10_000 + distance)).isLessThanOrEqualTo(now);
  }

  @Test
  void unknownMomentIsNow() {
    long before = now;
    assertThat(clock.monotonic(0)).isBetween(before, now);
  }

  @Test
  void timeOfDayMayBeSetAheadAndBack() {
    for (long change : new long[] {5_000_000_000L, -3_000_000_000L, 2_000_000, -2_000_000}) {
      long before = now;
      long packet = now + distance;
      now += 1000;
      distance += change;
      assertThat(clock.monotonic(packet))
          .as("before " + change)
          .isBetween(before - 50, before + 50);
      for (int i = 0; i < 10; i++) {
        long moment = now;
        now += 500;
        assertThat(clock.monotonic(moment + distance)).isBetween(moment - 400, moment + 400);
      }
    }
  }
}
