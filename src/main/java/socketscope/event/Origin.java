package socketscope.event;

import java.util.List;
import java.util.OptionalLong;

/**
 * The zero of every time that people read: in the diagram, in the transcript and in all that is
 * made from them. It is the first call, or the first packet where other programs were captured; not
 * the start of the programs, which takes long and is nobody's subject.
 *
 * <p>Before it, nothing has a time yet: what is told of an event never changes.
 */
public final class Origin {

  private Origin() {}

  /**
   * The zero, on the clock of the stamps, in nanoseconds.
   *
   * @param events in the order of time
   */
  public static OptionalLong of(List<? extends Event> events) {
    for (Event event : events) {
      if (isAt(event)) {
        return OptionalLong.of(event.stamp().nanos());
      }
    }
    return OptionalLong.empty();
  }

  /** Whether time is counted from that event, where none before it is one to count from. */
  public static boolean isAt(Event event) {
    return event instanceof CallEvent || event instanceof PacketSeen;
  }
}
