package socketscope.event;

/** Something that happened in an experiment, at one moment, in one program. */
public sealed interface Event extends Comparable<Event>
    permits ExperimentStarted,
        ProgramStarted,
        ProgramEnded,
        ProgramEvent,
        CallEvent,
        CaptureEvent,
        ForeignEvent,
        NoteWritten,
        Observation,
        PacketInferred,
        LessonEvent {

  /** When and where. */
  Stamp stamp();

  /** The program it happened in; empty for what concerns the whole experiment. */
  default String program() {
    return stamp().program();
  }

  /** Events are ordered by their stamps; a note comes after the event that it is about. */
  @Override
  default int compareTo(Event other) {
    int byStamp = stamp().compareTo(other.stamp());
    return byStamp != 0
        ? byStamp
        : Boolean.compare(this instanceof NoteWritten, other instanceof NoteWritten);
  }
}
