package socketscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code socketscope open FILE}: the window on a saved trace, a capture or a lesson. */
@Command(name = "open")
final class OpenCommand extends CommonOptions implements Callable<Integer> {

  private final Console console;
  private final WindowOpener window;

  @Parameters(paramLabel = "FILE", descriptionKey = "openFile")
  private Path trace = Path.of("");

  OpenCommand(Console console, WindowOpener window) {
    this.console = console;
    this.window = window;
  }

  @Override
  public Integer call() throws CommandException {
    // A broken file is told here, before a window comes up.
    if (trace.toString().endsWith(".md")) {
      LessonSource.find(console, trace.toString(), null);
    } else {
      SavedTrace.read(console, trace);
    }
    SocketscopeCommand.open(console, window, Optional.of(trace), language());
    return ExitCode.OK;
  }
}
