package socketscope.syscall.local;

/**
 * No call can be made on the system that this runs on: its tables are missing, or its calls are.
 */
public final class UnsupportedSystemException extends Exception {

  private static final long serialVersionUID = 1;

  UnsupportedSystemException(String system, String architecture) {
    super(
        "System calls are made on 64-bit Linux and macOS, not on "
            + system
            + " on "
            + architecture
            + ".");
  }
}
