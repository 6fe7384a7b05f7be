package socketscope.ui.file;

import java.nio.file.Files;
import java.nio.file.Path;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Notice;
import socketscope.ui.model.Notices;

/** Opens what the user names or drops, whatever it is, and remembers it. */
public final class OpenFiles {

  private final ExperimentController controller;
  private final Chooser chooser;
  private final RecentFiles recent;
  private final Notices notices;

  /** Opens files in that window. */
  public OpenFiles(
      ExperimentController controller, Chooser chooser, RecentFiles recent, Notices notices) {
    this.controller = controller;
    this.chooser = chooser;
    this.recent = recent;
    this.notices = notices;
  }

  /** Opens a trace, a lesson or captured packets; where it is none of them, says so. */
  public void open(Path file) {
    String name = String.valueOf(file.getFileName());
    switch (FileKind.of(file)) {
      case TRACE, PACKETS -> {
        recent.add(file);
        controller.open(file);
      }
      case LESSON -> {
        recent.add(file);
        chooser.file(file);
      }
      case OTHER -> notices.show(Notice.fault("fault.other-file", name));
      case UNREADABLE -> notices.show(Notice.fault("fault.read", name));
    }
  }

  /** Opens a file that was opened before; where it is missing, it can be taken off the list. */
  public void openAgain(Path file) {
    if (Files.exists(file)) {
      open(file);
    } else {
      notices.show(
          Notice.fault("fault.missing", file.toString())
              .offering(
                  "fault.missing.remove",
                  () -> {
                    recent.remove(file);
                    notices.dismiss();
                  }));
    }
  }
}
