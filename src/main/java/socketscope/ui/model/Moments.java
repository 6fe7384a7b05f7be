package socketscope.ui.model;

import java.util.Arrays;
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
import socketscope.event.StepFailed;

/**
 * The moments that one can step to: what happened, each with all that was observed after it. A
 * packet is one, too: a step reveals one row of the diagram. The first moment is before the first
 * call.
 */
public final class Moments {

  /** How many events had happened at each moment but the last. */
  private int[] ends = new int[64];

  private int count;

  /** How many events there are. */
  private int events;

  /** The last event in which something happened; null before the first call. */
  private @Nullable Event latest;

  /** The moments of those events, which are in the order of their time. */
  public static Moments of(List<Event> events) {
    Moments moments = new Moments();
    moments.replace(events, 0);
    return moments;
  }

  /**
   * Tells of those events from now on.
   *
   * @param same how many of them, at the beginning, are those told of before
   */
  void replace(List<Event> next, int same) {
    if (same < events) {
      goBack(next, same);
    }
    for (int i = events; i < next.size(); i++) {
      Event event = next.get(i);
      if (happens(event, latest)) {
        if (!returnsFrom(event, latest)) {
          add(i);
        }
        latest = event;
      }
    }
    events = next.size();
  }

  private void goBack(List<Event> next, int same) {
    while (count > 0 && ends[count - 1] >= same) {
      count--;
    }
    latest = count == 0 ? null : next.get(ends[count - 1]);
    // What happened last is the last moment's own event, or the return of its call.
    for (int i = count == 0 ? same : ends[count - 1] + 1; i < same; i++) {
      if (happens(next.get(i), latest)) {
        latest = next.get(i);
      }
    }
    events = same;
  }

  private void add(int end) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    ends[count++] = end;
  }

  /**
   * Whether something happens in the event, not only seen.
   *
   * @param latest the last one in which something happened; null before the first call
   */
  private static boolean happens(Event event, @Nullable Event latest) {
    return switch (event) {
      // In a capture of other programs there are packets without any call.
      case CallEvent _, ProgramEnded _, ProgramEvent _, PacketSeen _ -> true;
      case ProgramStarted _, PacketInferred _ -> latest != null;
      case ForeignSocketSeen _, ForeignProgramEnded _ -> latest != null;
      case ForeignSocketObserved _ -> false;
      case ExperimentStarted _, CaptureStarted _, CaptureEnded _, Observation _, StepChecked _ ->
          false;
      case StepFailed _ -> latest != null;
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
    return count;
  }

  /** The first moment at which so many events have happened. */
  int after(int happened) {
    int at = Arrays.binarySearch(ends, 0, count, happened);
    return at < 0 ? -at - 1 : at;
  }

  /** How many events have happened at that moment. */
  public int events(int moment) {
    return moment == count ? events : ends[moment];
  }
}
