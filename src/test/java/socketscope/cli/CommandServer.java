package socketscope.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
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

  /** Runs one command line. */
  @FunctionalInterface
  public interface Runner {
    /** Runs it, and gives the exit code. */
    int run(List<String> arguments, PrintStream messages) throws Exception;
  }

  /** Called by Java. */
  public static void main(String[] none) throws Exception {
    serve((arguments, messages) ->
        new CommandLineInterface(
                new PrintStream(new ByteArrayOutputStream()),
                messages,
                new NoDisplay(),
                Application.log())
            .run(arguments));
  }

  /** Runs all command lines of the standard input, and ends the process. */
  public static void serve(Runner runner) throws Exception {
    PrintStream answers = System.out;
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int number = 1;
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      ByteArrayOutputStream messages = new ByteArrayOutputStream();
      int exitCode =
          runner.run(
              List.of(line.split("\t")), new PrintStream(messages, true, StandardCharsets.UTF_8));
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
