package socketscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import socketscope.event.CallEvent;
import socketscope.event.CaptureEvent;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.SocketObserved;
import socketscope.event.StepChecked;

/**
 * The moments that one can step to: what happened, each with all that was observed after it. The
 * first moment is before the first call.
 */
public final class Moments {

  /** How many events have happened at each moment. */
  private final List<Integer> ends;

  private Moments(List<Integer> ends) {
    this.ends = ends;
  }

  /** The moments of those events, which are in the order of their time. */
  public static Moments of(List<Event> events) {
    List<Integer> ends = new ArrayList<>();
    boolean called = false;
    for (int i = 0; i < events.size(); i++) {
      boolean happened =
          switch (events.get(i)) {
            case CallEvent _, ProgramEnded _ -> true;
            case ProgramStarted _ -> called;
            case ExperimentStarted _, CaptureEvent _, SocketObserved _, StepChecked _ -> false;
          };
      called |= events.get(i) instanceof CallEvent;
      if (happened) {
        ends.add(i);
      }
    }
    ends.add(events.size());
    return new Moments(List.copyOf(ends));
  }

  /** The number of the last moment; the first one is 0. */
  public int last() {
    return ends.size() - 1;
  }

  /** How many events have happened at that moment. */
  public int events(int moment) {
    return ends.get(moment);
  }

  /** The first moment at which so many events have happened. */
  public int after(int events) {
    int moment = 0;
    while (moment < last() && ends.get(moment) < events) {
      moment++;
    }
    return moment;
  }
}
