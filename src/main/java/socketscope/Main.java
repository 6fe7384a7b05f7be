package socketscope;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import socketscope.cli.CommandLineInterface;
import socketscope.cli.WindowOpener;
import socketscope.ui.Window;

/** Starts Socketscope: the window, or what the command line says. */
public final class Main {

  private Main() {}

  /** Ends the process with the exit code of the command line. */
  public static void main(String[] arguments) {
    CommandLineInterface commands =
        new CommandLineInterface(System.out, System.err, new DesktopWindow());
    System.exit(commands.run(List.of(arguments)));
  }

  /** The window on this machine's display. */
  private static final class DesktopWindow implements WindowOpener {
    @Override
    public boolean displayAvailable() {
      return Window.displayAvailable();
    }

    @Override
    public void open(Optional<Path> trace) {
      Window.launch(trace);
    }
  }
}
