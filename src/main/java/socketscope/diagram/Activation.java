package socketscope.diagram;

import org.jspecify.annotations.Nullable;
import socketscope.event.Function;

/**
 * The time that a program spends in one call, along the program's line.
 *
 * @param function the call; null where its start was not seen
 */
public record Activation(
    String program,
    int lane,
    int from,
    int to,
    long callId,
    @Nullable Function function,
    Progress progress)
    implements Span<Activation> {

  /** How far the call has come. */
  public enum Progress {
    /** The kernel has not seen it: it waits behind another call on its socket. */
    QUEUED,
    /** It was made. */
    RUNNING,
    /** It was made, and its thread was seen asleep in it. */
    BLOCKED
  }

  @Override
  public Activation between(int first, int last) {
    return new Activation(program, lane, first, last, callId, function, progress);
  }

  Activation blocked() {
    return new Activation(program, lane, from, to, callId, function, Progress.BLOCKED);
  }
}
