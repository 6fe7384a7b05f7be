package socketscope.lab;

/** A program's process could not be started. */
public final class ProgramStartException extends Exception {

  private static final long serialVersionUID = 1;

  private final String program;

  ProgramStartException(String program, Throwable cause) {
    super(program + " could not be started: " + cause.getMessage(), cause);
    this.program = program;
  }

  /** The program. */
  public String program() {
    return program;
  }
}
