package socketscope.event;

import java.util.List;
import java.util.Optional;

/**
 * Somebody wrote a note about an event. It has the stamp of that event and comes right after it, so
 * that it is there whenever the event is: nobody needs to know when it was written. Of several
 * about one event the last one counts; an empty one takes the note away.
 *
 * @param stamp of the event that it is about
 * @param text one line
 */
public record NoteWritten(Stamp stamp, String text) implements Event {

  /** A note about that event. */
  public static NoteWritten about(Event event, String text) {
    return new NoteWritten(event.stamp(), text);
  }

  /**
   * What is noted about an event.
   *
   * @param events in the order of time
   */
  public static Optional<String> about(List<? extends Event> events, Event event) {
    String latest = "";
    for (Event each : events) {
      if (each instanceof NoteWritten note && note.stamp.equals(event.stamp())) {
        latest = note.text;
      }
    }
    return latest.isEmpty() ? Optional.empty() : Optional.of(latest);
  }
}
