package socketscope.capture;

import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Tells at what monotonic time something happened that the kernel has given the time of day for.
 *
 * <p>The distance of the two clocks is constant until somebody sets the time of day: slewing moves
 * both alike (clock_gettime(2), adjtime(3)). So each reading of both narrows down what it can be,
 * and one that contradicts the earlier ones means that the time of day was set.
 */
final class KernelClock {

  private static final long NANOS_IN_A_SECOND = 1_000_000_000;
  private static final int READINGS = 20;

  private final LongSupplier monotonic;
  private final LongSupplier timeOfDay;
  private long least;
  private long most;

  KernelClock(LongSupplier monotonic, LongSupplier timeOfDay) {
    this.monotonic = monotonic;
    this.timeOfDay = timeOfDay;
    begin();
  }

  /** The clocks of this machine. */
  static KernelClock ofSystem() {
    return new KernelClock(System::nanoTime, KernelClock::nanosSince1970);
  }

  private static long nanosSince1970() {
    Instant now = Instant.now();
    return now.getEpochSecond() * NANOS_IN_A_SECOND + now.getNano();
  }

  private void begin() {
    least = Long.MIN_VALUE;
    most = Long.MAX_VALUE;
    for (int i = 0; i < READINGS; i++) {
      read();
    }
  }

  /** Reads both clocks; false where that contradicts what was read before. */
  private boolean read() {
    long before = monotonic.getAsLong();
    long day = timeOfDay.getAsLong();
    long after = monotonic.getAsLong();
    if (day - before < least || day - after > most) {
      return false;
    }
    least = Math.max(least, day - after);
    most = Math.min(most, day - before);
    return true;
  }

  private long distance() {
    return least + (most - least) / 2;
  }

  /**
   * The monotonic time of a moment that has just been.
   *
   * @param day nanoseconds since 1970; 0 where it is not known, then it is now
   */
  synchronized long monotonic(long day) {
    long earlier = distance();
    boolean set = !read();
    if (set) {
      begin();
    }
    long now = monotonic.getAsLong();
    long moment = day == 0 ? now : day - distance();
    if (set && day != 0 && day - earlier <= now && (moment > now || moment < day - earlier)) {
      // It was before the time of day was set: so it has been more lately.
      moment = day - earlier;
    }
    return Math.min(now, moment);
  }
}
