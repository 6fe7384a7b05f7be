package socketscope.lab;

/** The program that should make the call has ended, or was never started. */
public final class ProgramNotRunningException extends RefusedCallException {

  private static final long serialVersionUID = 1;

  private final String program;

  ProgramNotRunningException(String program) {
    super(program + " is not running");
    this.program = program;
  }

  /** The program. */
  public String program() {
    return program;
  }
}
