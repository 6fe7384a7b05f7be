package socketscope.ui;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;

/** The way into the window from outside. */
public final class Window {

  private Window() {}

  /** Whether there is a display that the window can be opened on. */
  public static boolean displayAvailable() {
    return Display.available();
  }

  /**
   * Opens the window, on a saved trace where one is given, and returns when it has been closed.
   * There must be a display, and this can be done once in a process.
   */
  public static void launch(Optional<Path> trace) {
    Drawing.prepare();
    Application.launch(
        SocketscopeApp.class, trace.map(Path::toString).stream().toArray(String[]::new));
  }
}
