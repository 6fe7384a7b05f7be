package socketscope.status;

import java.util.LinkedHashMap;
import java.util.Map;
import socketscope.event.Event;
import socketscope.event.ForeignEvent;
import socketscope.state.SocketHistory;
import socketscope.state.StateFold;

/** Folds events one by one. What {@link #status} gives is {@link Status#of} all added so far. */
public final class StatusFold {

  private final Map<String, ProgramFold> programs = new LinkedHashMap<>();
  private final Transfers transfers;
  private final KeptConnectionFold keeping;

  /** The states are those that the diagram draws, which are known before the kernel is asked. */
  private final StateFold states;

  /** Nothing has happened. */
  public StatusFold() {
    transfers = new Transfers();
    keeping = new KeptConnectionFold(transfers);
    states = new StateFold();
  }

  private StatusFold(StatusFold other) {
    transfers = other.transfers.copy();
    keeping = other.keeping.over(transfers);
    states = other.states.copy();
    other.programs.forEach((name, program) -> programs.put(name, program.copy()));
  }

  /** What was folded so far, to be gone on with apart. */
  public StatusFold copy() {
    return new StatusFold(this);
  }

  /** Adds the next event in the order of time. */
  public void add(Event event) {
    transfers.add(event);
    keeping.add(event);
    if (!event.program().isEmpty() && !(event instanceof ForeignEvent)) {
      programs.computeIfAbsent(event.program(), ProgramFold::new).add(event);
    }
    for (SocketHistory history : states.add(event)) {
      ProgramFold program = programs.get(history.program());
      if (program != null) {
        program.stands(history);
      }
    }
  }

  /** The status after the events added so far. */
  public Status status() {
    return new Status(
        programs.values().stream().map(fold -> fold.status(keeping, transfers)).toList());
  }
}
