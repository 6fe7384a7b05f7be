package socketscope.trace;

import java.util.ArrayList;
import java.util.List;
import socketscope.event.Event;

/** The events of an experiment so far, in the order of their time. Safe for several threads. */
public final class Trace {

  private final List<Event> events = new ArrayList<>();

  /**
   * Puts events where their time belongs.
   *
   * @return the place of the first one put before events that were there already, which a picture
   *     must be drawn anew from; the former size where all came in order
   */
  public synchronized int add(List<? extends Event> batch) {
    int changedFrom = events.size();
    for (Event event : batch) {
      int place = events.size();
      while (place > 0 && events.get(place - 1).compareTo(event) > 0) {
        place--;
      }
      events.add(place, event);
      changedFrom = Math.min(changedFrom, place);
    }
    return changedFrom;
  }

  /** An unchanging copy of the events so far. */
  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /** How many there are. */
  public synchronized int size() {
    return events.size();
  }
}
