package socketscope.cli;

/** What the process's exit status says. */
final class ExitCode {

  static final int OK = 0;
  static final int KERNEL_ANSWERED_OTHERWISE = 1;
  static final int BAD_USAGE_OR_FILE = 2;
  static final int MACHINE_REFUSES = 3;

  private ExitCode() {}
}
