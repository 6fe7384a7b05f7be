package socketscope.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import socketscope.event.Event;
import socketscope.event.ForeignEvent;
import socketscope.event.Role;

/**
 * How an experiment stands after its first so many events.
 *
 * @param programs the programs that have started, in the order in which they first did
 */
public record Status(List<ProgramStatus> programs) {

  /** Nothing has happened. */
  public static final Status EMPTY = new Status(List.of());

  /** Keeps a copy. */
  public Status {
    programs = List.copyOf(programs);
  }

  /**
   * The status after those events.
   *
   * @param events in the order of their time
   */
  public static Status of(List<Event> events) {
    Map<String, ProgramFold> folds = new LinkedHashMap<>();
    Transfers transfers = new Transfers();
    Keeping keeping = new Keeping(transfers);
    for (Event event : events) {
      transfers.add(event);
      keeping.add(event);
      if (!event.program().isEmpty() && !(event instanceof ForeignEvent)) {
        folds.computeIfAbsent(event.program(), ProgramFold::new).add(event);
      }
    }
    return new Status(
        folds.values().stream().map(fold -> fold.status(keeping, transfers)).toList());
  }

  /** The program of that name. */
  public Optional<ProgramStatus> program(String name) {
    return programs.stream().filter(program -> program.name().equals(name)).findFirst();
  }

  /** The programs of that role. */
  public List<ProgramStatus> programs(Role role) {
    return programs.stream().filter(program -> program.role() == role).toList();
  }
}
