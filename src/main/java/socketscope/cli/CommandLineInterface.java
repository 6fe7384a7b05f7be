package socketscope.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ResourceBundle;
import picocli.CommandLine;
import socketscope.text.Language;
import socketscope.text.Texts;

/** Understands the command line and does what it says. */
public final class CommandLineInterface {

  private final PrintStream output;
  private final PrintStream messages;
  private final WindowOpener window;

  /** Writes results and messages to those streams. */
  public CommandLineInterface(PrintStream output, PrintStream messages, WindowOpener window) {
    this.output = output;
    this.messages = messages;
    this.window = window;
  }

  /** Does what the arguments say, and returns the exit code. */
  public int run(List<String> arguments) {
    Language language = LanguageChoice.in(arguments);
    Console console = new Console(output, messages, language);
    CommandLine commands = new CommandLine(new SocketscopeCommand(console, window));
    addCommands(commands, console);
    commands.setResourceBundle(bundle(language));
    commands.setOut(utf8(output));
    commands.setErr(utf8(messages));
    commands.setUsageHelpWidth(100);
    UsageFaults faults = new UsageFaults(console);
    commands.setParameterExceptionHandler(faults);
    commands.setExecutionExceptionHandler((fault, _, _) -> console.report(fault));
    int exitCode = commands.execute(arguments.toArray(String[]::new));
    return output.checkError() ? lost(console, exitCode) : exitCode;
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
