package socketscope.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import socketscope.text.Language;

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
   *
   * @param language that it is to have; empty for the one that was chosen before
   */
  public static void launch(Optional<Path> trace, Optional<Language> language) {
    Drawing.prepare();
    DesktopName.set();
    List<String> arguments = new ArrayList<>();
    language.ifPresent(asked -> arguments.add("--" + SocketscopeApp.LANGUAGE + "=" + asked.code()));
    trace.ifPresent(file -> arguments.add(file.toString()));
    Application.launch(SocketscopeApp.class, arguments.toArray(String[]::new));
  }
}
