package socketscope.cli;

import java.io.PrintStream;
import socketscope.text.Language;
import socketscope.text.Texts;

/** Where results and messages go, and the language of both. */
record Console(PrintStream output, PrintStream messages, Language language) {

  Texts texts(String area) {
    return Texts.of(area, language);
  }

  /** A text of this package. */
  String text(String key, Object... arguments) {
    return CommandLineInterface.texts(language).get(key, arguments);
  }

  void result(String line) {
    output.println(line);
  }

  void message(String line) {
    messages.println(line);
  }

  /** Tells what went wrong, in a sentence, and gives the exit code for it. */
  int report(Exception fault) {
    if (fault instanceof CommandException command) {
      message(command.getMessage());
      return command.exitCode();
    }
    String detail = fault.getMessage() == null ? "" : fault.getMessage();
    message(text("fault.own", fault.getClass().getSimpleName(), detail));
    return ExitCode.MACHINE_REFUSES;
  }
}
