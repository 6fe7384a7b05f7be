package socketscope.ui.state;

import java.util.List;
import java.util.OptionalLong;
import socketscope.event.Event;
import socketscope.state.SocketHistory;

/**
 * How long the kernel's timers still run: now, where the experiment runs on this machine; else at
 * the last moment that is shown.
 */
final class Countdowns {

  private static final long SECOND = 1_000_000_000;

  private final List<Event> shown;
  private final boolean inPast;

  Countdowns(List<Event> shown, boolean inPast) {
    this.shown = shown;
    this.inPast = inPast;
  }

  /** Whole seconds, begun ones counted; empty where the kernel told none. */
  OptionalLong seconds(SocketHistory history) {
    SocketHistory.Countdown told = history.countdown();
    if (told == null || shown.isEmpty()) {
      return OptionalLong.empty();
    }
    long since = System.nanoTime() - told.since();
    // The clock of a trace from elsewhere, or from long ago, has nothing to do with ours.
    boolean live = !inPast && since >= 0 && since <= told.nanos();
    long passed = live ? since : shown.getLast().stamp().nanos() - told.since();
    return OptionalLong.of((Math.max(0, told.nanos() - passed) + SECOND - 1) / SECOND);
  }
}
