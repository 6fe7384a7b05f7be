package socketscope.lab;

/** A call that was not made, and why. The kernel has not seen it. */
public abstract sealed class RefusedCallException extends Exception
    permits RefusedAddressException, UnknownConstantException, ProgramNotRunningException {

  private static final long serialVersionUID = 1;

  RefusedCallException(String message) {
    super(message);
  }
}
