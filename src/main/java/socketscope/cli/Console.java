package socketscope.cli;

import java.io.PrintStream;
import java.nio.file.Path;
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

  /** Tells in a sentence that Socketscope itself failed. */
  void failed(Throwable failure, Path log) {
    String detail = failure.getMessage() == null ? "" : failure.getMessage();
    message(text("fault.own", failure.getClass().getSimpleName(), detail, log));
  }
}
