package socketscope.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine;
import socketscope.failure.FailureLog;
import socketscope.failure.FailureLog.FailureKind;
import socketscope.failure.LogFile;
import socketscope.text.Language;
import socketscope.text.Texts;

/**
 * Understands the command line and does what it says. As the handler of exceptions that nobody
 * expected it logs them, and tells of each kind once, in a sentence.
 */
public final class CommandLineInterface implements Thread.UncaughtExceptionHandler {

  private final PrintStream output;
  private final PrintStream messages;
  private final WindowOpener window;
  private final LogFile log;
  private final FailureLog failures;
  private final Set<FailureKind> told = ConcurrentHashMap.newKeySet();
  private volatile Language language = LanguageChoice.in(List.of());

  /** Writes results and messages to those streams, and logs there what nobody expected. */
  public CommandLineInterface(
      PrintStream output, PrintStream messages, WindowOpener window, LogFile log) {
    this.output = output;
    this.messages = messages;
    this.window = window;
    this.log = log;
    this.failures = new FailureLog(log);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    failures.uncaughtException(thread, failure);
    if (told.add(FailureKind.of(failure))) {
      new Console(output, messages, language).failed(failure, log.path());
    }
  }

  /** Does what the arguments say, and returns the exit code. */
  public int run(List<String> arguments) {
    language = LanguageChoice.in(arguments);
    Console console = new Console(output, messages, language);
    CommandLine commands = new CommandLine(new SocketscopeCommand(console, window));
    addCommands(commands, console);
    commands.setResourceBundle(bundle(language));
    commands.setOut(utf8(output));
    commands.setErr(utf8(messages));
    commands.setUsageHelpWidth(100);
    UsageFaults faults = new UsageFaults(console);
    commands.setParameterExceptionHandler(faults);
    commands.setExecutionExceptionHandler((fault, _, _) -> report(fault, console));
    int exitCode = execute(commands, arguments);
    if (exitCode == ExitCode.OK && !told.isEmpty()) {
      exitCode = ExitCode.MACHINE_REFUSES; // what was printed may lack a part
    }
    return output.checkError() ? lost(console, exitCode) : exitCode;
  }

  private int execute(CommandLine commands, List<String> arguments) {
    try {
      return commands.execute(arguments.toArray(String[]::new));
    } catch (RuntimeException | Error e) {
      uncaughtException(Thread.currentThread(), e);
      return ExitCode.MACHINE_REFUSES;
    }
  }

  /** Tells what went wrong, in a sentence, and gives the exit code for it. */
  private int report(Exception fault, Console console) {
    if (fault instanceof CommandException command) {
      console.message(command.getMessage());
      return command.exitCode();
    }
    uncaughtException(Thread.currentThread(), fault);
    return ExitCode.MACHINE_REFUSES;
  }

  /** The result did not get out, as to a full disk: scripts must not take that for success. */
  private static int lost(Console console, int exitCode) {
    console.message(console.text("output.lost"));
    return exitCode == ExitCode.OK ? ExitCode.BAD_USAGE_OR_FILE : exitCode;
  }

  private void addCommands(CommandLine commands, Console console) {
    commands.addSubcommand(new RunCommand(console));
    commands.addSubcommand(new OpenCommand(console, window));
    commands.addSubcommand(new ExportCommand(console));
    commands.addSubcommand(new CompareCommand(console));
    commands.addSubcommand(new LessonsCommand(console));
    commands.addSubcommand(new DoctorCommand(console, window));
  }

  private static ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle(
        "socketscope.text.usage_" + language.code(), java.util.Locale.ROOT);
  }

  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** The texts of this package. */
  static Texts texts(Language language) {
    return Texts.of("cli", language);
  }
}
