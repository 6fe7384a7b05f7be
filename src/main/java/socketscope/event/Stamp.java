package socketscope.event;

import java.util.Comparator;

/**
 * When and where an event happened.
 *
 * @param nanos the time in nanoseconds on the system's monotonic clock, which all processes of one
 *     machine share (clock_gettime(2), CLOCK_MONOTONIC); its zero means nothing
 * @param program the program, such as {@code client} or {@code server2}; empty for the experiment
 * @param serial counts what one emitter reported, so that events of the same nanosecond keep their
 *     order
 */
public record Stamp(long nanos, String program, long serial) implements Comparable<Stamp> {

  private static final Comparator<Stamp> ORDER =
      Comparator.comparingLong(Stamp::nanos)
          .thenComparing(Stamp::program)
          .thenComparingLong(Stamp::serial);

  @Override
  public int compareTo(Stamp other) {
    return ORDER.compare(this, other);
  }
}
