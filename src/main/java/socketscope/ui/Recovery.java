package socketscope.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import socketscope.ui.model.Notice;
import socketscope.ui.model.Notices;
import socketscope.ui.model.OpenWindow;

/** Asks once, after a window that was not closed, whether its experiment is to be opened. */
final class Recovery {

  private Recovery() {}

  static void ask(OpenWindow window, Notices notices, Consumer<Path> open) {
    Optional<Path> lost = window.open();
    lost.ifPresent(experiment ->
        notices.show(
            Notice.information("notice.crashed")
                .offering(
                    "notice.crashed.open",
                    () -> {
                      notices.dismiss();
                      open.accept(experiment);
                    })
                .refusable("notice.crashed.not-now")));
  }
}
