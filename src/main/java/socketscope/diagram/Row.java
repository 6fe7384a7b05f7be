package socketscope.diagram;

import java.util.List;
import socketscope.event.Event;

/** One row of the diagram; time runs down. */
public sealed interface Row permits CallRow, GapRow, InferredRow, NoteRow, PacketRow, RepeatRow {

  /** The events that it stands for, in order; at least one. */
  List<Event> events();

  /** The event that it is about: what a click on the row selects. */
  Event event();

  /** The participant whose row it is; empty where it concerns the whole experiment. */
  String program();

  /** What it means to the eye. */
  Look look();

  /** When the first of its events happened, on the clock of the stamps, in nanoseconds. */
  default long nanos() {
    return events().getFirst().stamp().nanos();
  }
}
