package socketscope.ui.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEvent;
import socketscope.event.Event;
import socketscope.event.NoteWritten;
import socketscope.event.Observation;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
import socketscope.event.StepChecked;
import socketscope.infer.Inference;
import socketscope.trace.Trace;

/**
 * The events of one experiment in the order of their time, with the packets that they prove, and
 * what all of them tell. One thread at a time may use it.
 */
final class FoldedEvents {

  /** How many events are folded between two looks at whether anybody still waits for it. */
  private static final int PORTION = 2048;

  private final Trace trace = new Trace();
  private final Moments moments = Moments.of(List.of());
  private final Folds folds = new Folds();
  private List<Event> all = List.of();

  /** Whether it began with packets that no call is known of: then they are what happened. */
  private boolean packetsOnly;

  private CaptureStatus capturing = CaptureStatus.UNKNOWN;

  /**
   * Events that are known already, all of them folded.
   *
   * @param events in the order of their time
   * @param goOn is told how much is done, from 0 to 1, and whether to go on
   * @return null where it was not to go on
   */
  static @Nullable FoldedEvents of(List<Event> events, DoublePredicate goOn) {
    FoldedEvents folded = new FoldedEvents();
    folded.add(events);
    folded.packetsOnly =
        !folded.all.isEmpty() && folded.all.stream().noneMatch(CallStarted.class::isInstance);
    int count = folded.all.size();
    for (int i = 0; i < count; i = Math.min(count, i + PORTION)) {
      if (!goOn.test((double) i / count)) {
        return null;
      }
      folded.folds.foldUpTo(Math.min(count, i + PORTION));
    }
    return folded;
  }

  /** Takes more events, in any order. */
  void add(List<Event> batch) {
    int same = trace.add(batch);
    List<Event> events = trace.events();
    boolean wasBlind = capturing.blind();
    capturing = capturing.after(batch, events);
    boolean blind = capturing.blind();
    List<Event> next = blind ? Inference.complete(events) : events;
    int kept = blind || wasBlind ? same(all, next) : same;
    all = next;
    moments.replace(next, kept);
    folds.replace(next, kept);
  }

  /** How many events two lists begin with in common. */
  private static int same(List<Event> before, List<Event> next) {
    int same = 0;
    while (same < Math.min(before.size(), next.size()) && before.get(same).equals(next.get(same))) {
      same++;
    }
    return same;
  }

  /** The place of an event among events in the order of their time; -1 where it is not there. */
  static int place(List<Event> events, Event wanted) {
    int found = Collections.binarySearch(events, wanted);
    while (found > 0 && events.get(found - 1).compareTo(wanted) == 0) {
      found--;
    }
    for (int i = Math.max(0, found);
        found >= 0 && i < events.size() && events.get(i).compareTo(wanted) == 0;
        i++) {
      if (events.get(i).equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  /** What somebody noted about an event; empty where nobody did. */
  Optional<String> note(Event event) {
    int from = place(all, event);
    int to = from;
    while (to >= 0 && to < all.size() && all.get(to).stamp().equals(event.stamp())) {
      to++;
    }
    return from < 0 ? Optional.empty() : NoteWritten.about(all.subList(from, to), event);
  }

  /** All events, in the order of their time. */
  List<Event> all() {
    return all;
  }

  CaptureStatus capturing() {
    return capturing;
  }

  Moments moments() {
    return moments;
  }

  Folds folds() {
    return folds;
  }

  /**
   * Observations and answers as expected say nothing new about a call. While the experiment runs,
   * the call that was made is current, not the packets that it caused; a step to a packet is, and
   * so is one of a capture.
   *
   * @param stepped whether the moment was stepped to
   */
  boolean tells(Event event, boolean stepped) {
    boolean packets = stepped || packetsOnly;
    return !(event instanceof Observation)
        && !(event instanceof NoteWritten)
        && (!(event instanceof PacketInferred) || packets)
        && (!(event instanceof CaptureEvent) || packets && event instanceof PacketSeen)
        && !(event instanceof StepChecked checked && checked.met());
  }
}
