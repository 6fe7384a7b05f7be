package socketscope.event;

/** Something that happened in an experiment, at one moment, in one program. */
public sealed interface Event extends Comparable<Event>
    permits ExperimentStarted,
        ProgramStarted,
        ProgramEnded,
        CallEvent,
        CaptureEvent,
        ForeignEvent,
        Observation,
        PacketInferred,
        StepChecked {

  /** When and where. */
  Stamp stamp();

  /** The program it happened in; empty for what concerns the whole experiment. */
  default String program() {
    return stamp().program();
  }

  /** Events are ordered by their stamps. */
  @Override
  default int compareTo(Event other) {
    return stamp().compareTo(other.stamp());
  }
}
