package socketscope.event;

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

  @Override
  public int compareTo(Stamp other) {
    // Written out: a Comparator made of lambdas costs every program milliseconds at its start.
    int byTime = Long.compare(nanos, other.nanos);
    int byProgram = byTime != 0 ? byTime : program.compareTo(other.program);
    return byProgram != 0 ? byProgram : Long.compare(serial, other.serial);
  }
}
