package socketscope.cli;

/** Why a command cannot do what it was asked; the message is the sentence for the user. */
final class CommandException extends Exception {

  private static final long serialVersionUID = 1;

  private final int exitCode;

  CommandException(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  static CommandException badFile(String sentence) {
    return new CommandException(ExitCode.BAD_USAGE_OR_FILE, sentence);
  }

  static CommandException refused(String sentence) {
    return new CommandException(ExitCode.MACHINE_REFUSES, sentence);
  }

  int exitCode() {
    return exitCode;
  }
}
