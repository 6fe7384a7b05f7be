package socketscope.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import socketscope.lab.Application;
import socketscope.text.Language;

/**
 * The main of a process that runs one command line after another, for strace to look at: each line
 * of its input has the arguments, with tabs between them. It answers with the exit code and the
 * messages in a line, and then with {@link #END} and the number of the run.
 */
public final class CommandServer {

  /** Begins the line after which nothing more belongs to a run. */
  static final String END = "end of run ";

  private CommandServer() {}

  /** Called by Java. */
  public static void main(String[] none) throws IOException {
    PrintStream answers = System.out;
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int number = 1;
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      ByteArrayOutputStream messages = new ByteArrayOutputStream();
      int exitCode =
          new CommandLineInterface(
                  new PrintStream(new ByteArrayOutputStream()),
                  new PrintStream(messages, true, StandardCharsets.UTF_8),
                  new NoDisplay(),
                  Application.log())
              .run(List.of(line.split("\t")));
      String told = messages.toString(StandardCharsets.UTF_8).replace('\n', ' ');
      answers.print(exitCode + "\t" + told + "\n");
      answers.flush();
      answers.print(END + number++ + "\n");
      answers.flush();
    }
    System.exit(0);
  }

  private static final class NoDisplay implements WindowOpener {
    @Override
    public boolean displayAvailable() {
      return false;
    }

    @Override
    public void open(Optional<Path> trace, Optional<Language> language) {
      throw new IllegalStateException("no display");
    }
  }
}
