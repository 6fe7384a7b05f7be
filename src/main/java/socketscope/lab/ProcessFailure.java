package socketscope.lab;

import socketscope.json.FailureReport;

/** One of the experiment's own processes failed, and has ended; its stack trace is the message. */
public final class ProcessFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String process;

  ProcessFailure(String process, FailureReport report) {
    super(
        process + ", thread " + report.thread() + ": " + report.trace().strip(),
        null,
        false,
        false);
    this.process = process;
  }

  /** The program, or {@link CaptureProcess#NAME}. */
  public String process() {
    return process;
  }
}
