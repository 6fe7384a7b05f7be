package socketscope.trace;

import java.util.Arrays;
import java.util.List;
import socketscope.event.Event;

/** The events of an experiment so far, in the order of their time. Safe for several threads. */
public final class Trace {

  private Event[] events = new Event[64];
  private int size;

  /** How many of them are in lists that were given away, and stay where they are. */
  private int given;

  /**
   * Puts events where their time belongs.
   *
   * @return the place of the first one put before events that were there already, which a picture
   *     must be drawn anew from; the former size where all came in order
   */
  public synchronized int add(List<? extends Event> batch) {
    int changedFrom = size;
    for (Event event : batch) {
      int place = size;
      while (place > 0 && events[place - 1].compareTo(event) > 0) {
        place--;
      }
      insert(place, event);
      changedFrom = Math.min(changedFrom, place);
    }
    return changedFrom;
  }

  private void insert(int place, Event event) {
    if (size == events.length || place < given) {
      events = Arrays.copyOf(events, size == events.length ? 2 * size : events.length);
      given = 0;
    }
    System.arraycopy(events, place, events, place + 1, size - place);
    events[place] = event;
    size++;
  }

  /** The events so far, unchanging. */
  public synchronized List<Event> events() {
    given = size;
    return new EventList(events, size);
  }

  /** How many there are. */
  public synchronized int size() {
    return size;
  }
}
