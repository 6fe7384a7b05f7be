package socketscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallEvent;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignProgramEnded;
import socketscope.event.ForeignSocketObserved;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.NoteWritten;
import socketscope.event.Observation;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramEvent;
import socketscope.event.ProgramStarted;
import socketscope.event.StepChecked;

/**
 * The moments that one can step to: what happened, each with all that was observed after it. A
 * packet is one, too: a step reveals one row of the diagram. The first moment is before the first
 * call.
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
    Event latest = null;
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      if (happens(event, latest)) {
        if (!returnsFrom(event, latest)) {
          ends.add(i);
        }
        latest = event;
      }
    }
    ends.add(events.size());
    return new Moments(List.copyOf(ends));
  }

  /**
   * Whether something happens in the event, not only seen.
   *
   * @param latest the last one in which something happened; null before the first call
   */
  private static boolean happens(Event event, @Nullable Event latest) {
    return switch (event) {
      case CallEvent _, ProgramEnded _, ProgramEvent _ -> true;
      case ProgramStarted _, PacketSeen _, PacketInferred _ -> latest != null;
      case ForeignSocketSeen _, ForeignProgramEnded _ -> latest != null;
      case ForeignSocketObserved _ -> false;
      case ExperimentStarted _, CaptureStarted _, CaptureEnded _, Observation _, StepChecked _ ->
          false;
      case NoteWritten _ -> false;
    };
  }

  /** A call that returns before anything else happens is one moment with its return. */
  private static boolean returnsFrom(Event event, @Nullable Event latest) {
    return event instanceof CallReturned returned
        && latest instanceof CallStarted started
        && started.callId() == returned.callId();
  }

  /** The number of the last moment; the first one is 0. */
  public int last() {
    return ends.size() - 1;
  }

  /** How many events have happened at that moment. */
  public int events(int moment) {
    return ends.get(moment);
  }
}
