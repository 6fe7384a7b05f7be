package socketscope.diagram;

import java.util.List;
import socketscope.event.Event;

/**
 * Something that is said in words beside a lifeline: a program started or ended, a call waits
 * behind another, a step was not answered as expected. The event says which.
 */
public record NoteRow(Event event, String program, Look look) implements Row {

  @Override
  public List<Event> events() {
    return List.of(event);
  }
}
