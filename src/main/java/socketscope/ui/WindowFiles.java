package socketscope.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.StackPane;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.file.Exports;
import socketscope.ui.file.FilePicker;
import socketscope.ui.file.OpenFiles;
import socketscope.ui.file.RecentFiles;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Notices;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Settings;
import socketscope.ui.wording.Words;

/** What the window reads from files and writes into them. */
final class WindowFiles {

  private final OpenFiles opening;
  private final RecentFiles recent;
  private final Exports exports;
  private final Words words;

  WindowFiles(
      ExperimentController controller,
      Chooser chooser,
      Recording recording,
      Settings settings,
      FilePicker picker,
      Notices notices,
      Commands commands,
      Words words) {
    this.words = words;
    this.recent = new RecentFiles(settings.recentProperty());
    this.opening = new OpenFiles(controller, chooser, recent, notices);
    this.exports = new Exports(recording, settings, picker, recent, notices, words);
    commands
        .on(Command.NEW_EXPERIMENT, chooser::again)
        .on(Command.OPEN_LESSON, () -> picker.open(FilePicker.Kind.LESSON).ifPresent(this::open))
        .on(Command.OPEN_TRACE, () -> picker.open(FilePicker.Kind.TRACE).ifPresent(this::open))
        .on(Command.OPEN_LAST, chooser::last)
        .on(Command.SAVE_TRACE, exports::trace)
        .on(Command.EXPORT_SVG, exports::svg)
        .on(Command.EXPORT_PNG, exports::png)
        .on(Command.EXPORT_PDF, exports::pdf)
        .on(Command.EXPORT_TEXT, exports::text)
        .on(Command.EXPORT_HTML, exports::html)
        .on(Command.EXPORT_MERMAID, exports::mermaid)
        .on(Command.EXPORT_PACKETS, exports::packets)
        .on(Command.EXPORT_TRANSCRIPT, exports::transcript);
  }

  void open(Path file) {
    opening.open(file);
  }

  void openAgain(Path file) {
    opening.openAgain(file);
  }

  List<Path> recent() {
    return recent.list();
  }

  RecentFiles recentFiles() {
    return recent;
  }

  Exports exports() {
    return exports;
  }

  /** Has files opened that are dropped there. */
  void takeDropsOn(StackPane window) {
    window.getChildren().add(new FileDrop(window, this::open, words));
  }
}
