package socketscope.ui;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import socketscope.event.Place;
import socketscope.lab.Terminal;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Notice;
import socketscope.ui.model.Notices;

/** The commands about the network that the programs run in. */
final class WindowNetwork {

  /** What shows the sockets of a network, with their processes: ss(8). */
  private static final List<String> SOCKETS = List.of("ss", "-tanp");

  private final ExperimentController controller;
  private final Chooser chooser;
  private final Notices notices;
  private final Optional<Terminal> terminal;
  private final String shell;

  WindowNetwork(
      ExperimentController controller,
      Chooser chooser,
      Notices notices,
      Map<String, String> environment,
      Commands commands) {
    this.controller = controller;
    this.chooser = chooser;
    this.notices = notices;
    this.terminal = Terminal.find(environment);
    this.shell = environment.getOrDefault("SHELL", "/bin/sh");
    commands
        .on(Command.PLACE, this::other)
        .on(Command.COPY_INSIDE, this::copy)
        .on(Command.TERMINAL, this::open)
        .onlyIf(Command.COPY_INSIDE, this::isElsewhere)
        .onlyIf(Command.TERMINAL, () -> isElsewhere() && terminal.isPresent());
  }

  private boolean isElsewhere() {
    return !controller.enter().isEmpty();
  }

  private void other() {
    Place now = controller.planProperty().get().place();
    chooser.place(now == Place.ALONE ? Place.SHARED : Place.ALONE);
  }

  private List<String> inside(List<String> command) {
    List<String> whole = new ArrayList<>(controller.enter());
    whole.addAll(command);
    return whole;
  }

  private void copy() {
    String command = String.join(" ", inside(SOCKETS));
    ClipboardContent content = new ClipboardContent();
    content.putString(command);
    Clipboard.getSystemClipboard().setContent(content);
    notices.show(Notice.information("notice.copied-file", command));
  }

  private void open() {
    try {
      if (terminal.isPresent()) {
        terminal.get().open(inside(List.of(shell)));
      }
    } catch (IOException e) {
      notices.show(Notice.fault("fault.terminal", String.valueOf(e.getMessage())));
    }
  }
}
