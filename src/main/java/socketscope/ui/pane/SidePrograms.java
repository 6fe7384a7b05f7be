package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import socketscope.event.Event;
import socketscope.event.Role;
import socketscope.status.ForeignStatuses;
import socketscope.status.ProgramStatus;
import socketscope.status.Status;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Plan;
import socketscope.ui.model.Recording;

/** The programs of a side: of the experiment as it runs, or of a file. */
final class SidePrograms {

  /** The place of a program that was not asked for. */
  private static final int LAST = Integer.MAX_VALUE;

  private final Role role;
  private final Recording recording;
  private final ExperimentController controller;

  SidePrograms(Role role, Recording recording, ExperimentController controller) {
    this.role = role;
    this.recording = recording;
    this.controller = controller;
  }

  /** The program of that name; one that has not yet said that it runs where there is none. */
  ProgramStatus status(String program) {
    return recording
        .statusProperty()
        .get()
        .program(program)
        .or(() -> foreign().stream().filter(each -> each.name().equals(program)).findFirst())
        .orElseGet(() -> starting(program));
  }

  /** In a file, those of this side of which only packets are known. */
  private List<ProgramStatus> foreign() {
    if (controller.live()) {
      return List.of();
    }
    List<Event> shown = recording.shownProperty().get();
    return ForeignStatuses.of(shown, recording.folds().states(shown.size())).stream()
        .filter(each -> each.role() == role)
        .toList();
  }

  private ProgramStatus starting(String name) {
    return new ProgramStatus(
        name, role, 0, null, null, false, List.of(), List.of(), List.of(), Map.of(), Map.of(),
        Map.of());
  }

  /** The programs of this side, now with those that have not yet said that they run. */
  List<ProgramStatus> all() {
    Status status = recording.statusProperty().get();
    List<ProgramStatus> programs = new ArrayList<>(status.programs(role));
    programs.addAll(foreign());
    if (!recording.inPast()) {
      controller.programsProperty().get().stream()
          .filter(name -> Role.of(name) == role && status.program(name).isEmpty())
          .map(this::starting)
          .forEach(programs::add);
    }
    programs.sort(Comparator.comparingInt(this::place));
    return programs;
  }

  /** In the order in which they were asked for; they begin to run in any. Children follow. */
  private int place(ProgramStatus each) {
    String parent = each.parent();
    if (parent != null) {
      return recording.statusProperty().get().program(parent).map(this::place).orElse(LAST);
    }
    int place = controller.programsProperty().get().indexOf(each.name());
    return place < 0 ? LAST : place;
  }

  /** The program of a file that the pane begins with: the first that speaks. */
  Optional<String> speaking() {
    List<ProgramStatus> all = all();
    return all.stream()
        .filter(each -> !each.sockets().isEmpty() || !each.answered().isEmpty())
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(ProgramStatus::name);
  }

  /** For clients: the server's port is the one that it has, whatever was planned. */
  Plan known() {
    Plan plan = controller.planProperty().get();
    if (role == Role.SERVER || !plan.exchange().overIp() || plan.lesson() != null) {
      return plan;
    }
    return recording.statusProperty().get().programs(Role.SERVER).stream()
        .flatMap(server -> server.sockets().stream())
        .filter(socket -> !socket.closed() && !socket.accepted() && socket.local() != null)
        .mapToInt(socket -> socket.local().port())
        .filter(port -> port > 0)
        .reduce((_, later) -> later)
        .stream()
        .mapToObj(plan::onPort)
        .findFirst()
        .orElse(plan);
  }
}
