package socketscope.lab;

/** A call will never return, because its program has ended. */
public final class ProgramEndedException extends Exception {

  private static final long serialVersionUID = 1;

  private final String program;

  ProgramEndedException(String program) {
    super(program + " has ended");
    this.program = program;
  }

  /** The program that has ended. */
  public String program() {
    return program;
  }
}
