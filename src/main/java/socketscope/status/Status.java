package socketscope.status;

import java.util.List;
import java.util.Optional;
import socketscope.event.Event;
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
    StatusFold fold = new StatusFold();
    events.forEach(fold::add);
    return fold.status();
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
