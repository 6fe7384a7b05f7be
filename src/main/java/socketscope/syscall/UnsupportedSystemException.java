package socketscope.syscall;

/** There are no tables for the system that this runs on, so no call can be made. */
public final class UnsupportedSystemException extends Exception {

  private static final long serialVersionUID = 1;

  UnsupportedSystemException(String system, String architecture) {
    super(
        "Socketscope knows the system calls of Linux, macOS and Windows on 64-bit x86 and ARM,"
            + " not those of "
            + system
            + " on "
            + architecture
            + ".");
  }
}
