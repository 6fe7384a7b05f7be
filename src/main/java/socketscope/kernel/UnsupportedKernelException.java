package socketscope.kernel;

/** The system that this runs on cannot be asked, nor can calls be made on it. */
public final class UnsupportedKernelException extends Exception {

  private static final long serialVersionUID = 1;

  /** Because of that. */
  public UnsupportedKernelException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
