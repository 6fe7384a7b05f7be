package socketscope.status;

import java.util.LinkedHashMap;
import java.util.Map;
import socketscope.event.Event;
import socketscope.event.ForeignEvent;

/** Folds events one by one. What {@link #status} gives is {@link Status#of} all added so far. */
public final class StatusFold {

  private final Map<String, ProgramFold> programs = new LinkedHashMap<>();
  private final Transfers transfers;
  private final Keeping keeping;

  /** Nothing has happened. */
  public StatusFold() {
    transfers = new Transfers();
    keeping = new Keeping(transfers);
  }

  private StatusFold(StatusFold other) {
    transfers = other.transfers.copy();
    keeping = other.keeping.over(transfers);
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
  }

  /** The status after the events added so far. */
  public Status status() {
    return new Status(
        programs.values().stream().map(fold -> fold.status(keeping, transfers)).toList());
  }
}
