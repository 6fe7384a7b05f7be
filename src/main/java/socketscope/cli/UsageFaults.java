package socketscope.cli;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user what is wrong with a command line: one sentence in the user's language. */
final class UsageFaults implements CommandLine.IParameterExceptionHandler {

  private final Console console;

  UsageFaults(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException fault, String[] arguments) {
    console.message(sentence(fault));
    console.message(
        console.text("usage.help", fault.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.BAD_USAGE_OR_FILE;
  }

  private String sentence(ParameterException fault) {
    if (fault instanceof UnmatchedArgumentException unmatched) {
      return console.text("usage.unmatched", String.join(" ", unmatched.getUnmatched()));
    }
    if (fault instanceof MissingParameterException missing) {
      return console.text(
          "usage.missing",
          missing.getMissing().stream().map(UsageFaults::name).collect(Collectors.joining(", ")));
    }
    ArgSpec argument = fault.getArgSpec();
    if (argument != null && fault.getValue() != null) {
      return console.text("usage.value", fault.getValue(), name(argument), argument.paramLabel());
    }
    return console.text("usage.other", fault.getMessage());
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
