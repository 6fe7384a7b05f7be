package socketscope.lab;

/** An argument names a constant that this system does not have, so there is no number to give. */
public final class UnknownConstantException extends RefusedCallException {

  private static final long serialVersionUID = 1;

  private final String expression;

  UnknownConstantException(String expression) {
    super("unknown here: " + expression);
    this.expression = expression;
  }

  /** The argument. */
  public String expression() {
    return expression;
  }
}
