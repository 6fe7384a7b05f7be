package socketscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import socketscope.text.Language;

/** Opens the window, which the command line itself does not know. */
public interface WindowOpener {

  /** Whether there is a display to open it on. */
  boolean displayAvailable();

  /**
   * Opens the window, on a saved trace where one is given, and returns when it has been closed.
   *
   * @param language that was asked for; empty where none was
   */
  void open(Optional<Path> trace, Optional<Language> language);
}
