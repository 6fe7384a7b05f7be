package socketscope.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code socketscope} without a command: the window. */
@Command(name = "socketscope")
final class SocketscopeCommand extends CommonOptions implements Callable<Integer> {

  private final Console console;
  private final WindowOpener window;

  SocketscopeCommand(Console console, WindowOpener window) {
    this.console = console;
    this.window = window;
  }

  @Override
  public Integer call() throws CommandException {
    open(console, window, Optional.empty());
    return ExitCode.OK;
  }

  static void open(Console console, WindowOpener window, Optional<java.nio.file.Path> trace)
      throws CommandException {
    if (!window.displayAvailable()) {
      throw CommandException.refused(console.text("window.noDisplay"));
    }
    window.open(trace);
  }
}
