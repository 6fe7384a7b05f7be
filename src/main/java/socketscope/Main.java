package socketscope;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import socketscope.cli.CommandLineInterface;
import socketscope.cli.WindowOpener;
import socketscope.lab.Application;
import socketscope.text.Language;
import socketscope.ui.Window;

/** Starts Socketscope: the window, or what the command line says. */
public final class Main {

  private Main() {}

  /** Ends the process with the exit code of the command line. */
  public static void main(String[] arguments) {
    CommandLineInterface commands =
        new CommandLineInterface(
            withAccents(System.out),
            withAccents(System.err),
            new DesktopWindow(),
            Application.log());
    Thread.setDefaultUncaughtExceptionHandler(commands);
    System.exit(commands.run(List.of(arguments)));
  }

  /**
   * In UTF-8 where the environment knows ASCII only, as with LC_ALL=C: no text of ours can be
   * written in that, and what shows such bytes today reads them as UTF-8.
   */
  private static PrintStream withAccents(PrintStream stream) {
    return stream.charset().equals(StandardCharsets.US_ASCII)
        ? new PrintStream(stream, true, StandardCharsets.UTF_8)
        : stream;
  }

  /** The window on this machine's display. */
  private static final class DesktopWindow implements WindowOpener {
    @Override
    public boolean displayAvailable() {
      return Window.displayAvailable();
    }

    @Override
    public void open(Optional<Path> trace, Optional<Language> language) {
      Window.launch(trace, language);
    }
  }
}
