package socketscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import socketscope.text.Language;

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
    open(console, window, Optional.empty(), language());
    return ExitCode.OK;
  }

  static void open(
      Console console, WindowOpener window, Optional<Path> trace, Optional<Language> language)
      throws CommandException {
    if (!window.displayAvailable()) {
      throw CommandException.refused(console.text("window.noDisplay"));
    }
    window.open(trace, language);
  }
}
