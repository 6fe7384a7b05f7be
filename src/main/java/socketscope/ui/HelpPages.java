package socketscope.ui;

import java.util.concurrent.Executor;
import socketscope.failure.LogFile;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.help.AboutPage;
import socketscope.ui.help.DoctorPage;
import socketscope.ui.help.DocumentPage;
import socketscope.ui.help.KeysPage;
import socketscope.ui.help.LogPage;
import socketscope.ui.wording.Words;

/** Opens the pages of the menu Help above the window. */
final class HelpPages {

  private HelpPages() {}

  /**
   * Ties the commands to the pages.
   *
   * @param window runs a task on the JavaFX thread
   */
  static void bind(Overlay overlay, Executor window, LogFile log, Commands commands, Words words) {
    KeysPage keys = new KeysPage(words);
    DoctorPage doctor = new DoctorPage(words, window);
    LogPage failures = new LogPage(words, log);
    AboutPage about = new AboutPage(words);
    commands
        .on(Command.KEYS, () -> overlay.show(Command.KEYS.key(), keys::make))
        .on(Command.DOCTOR, () -> overlay.show(Command.DOCTOR.key(), doctor::make))
        .on(
            Command.LESSON_FORMAT,
            () ->
                overlay.show(
                    Command.LESSON_FORMAT.key(), () -> DocumentPage.lessons(words.language())))
        .on(Command.LOG, () -> overlay.show(Command.LOG.key(), failures::make))
        .on(Command.ABOUT, () -> overlay.show(Command.ABOUT.key(), about::make));
  }
}
