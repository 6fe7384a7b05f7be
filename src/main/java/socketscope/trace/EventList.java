package socketscope.trace;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import socketscope.event.Event;

/**
 * An unchanging list of events that shares its array with those that go on where it ends, so that
 * neither a longer list nor the beginning of one is a copy.
 */
final class EventList extends AbstractList<Event> implements RandomAccess {

  private final Event[] events;
  private final int size;

  /** The first so many of an array, of which nobody changes them any more. */
  EventList(Event[] events, int size) {
    this.events = events;
    this.size = size;
  }

  @Override
  public Event get(int index) {
    if (index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return events[index];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public List<Event> subList(int from, int to) {
    return from == 0 && to >= 0 && to <= size ? new EventList(events, to) : super.subList(from, to);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // lists of one array are compared again and again
  public boolean equals(Object other) {
    if (other instanceof EventList list) {
      return size == list.size
          && (events == list.events || Arrays.equals(events, 0, size, list.events, 0, size));
    }
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
