package socketscope.json;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/**
 * What a process of an experiment writes in place of an event where an exception ends one of its
 * threads, and so all of it: what it knows of its sockets may be wrong from then on. It then ends
 * with {@link #EXIT_STATUS}.
 *
 * @param thread the thread's name
 * @param trace the exception with its stack trace
 */
public record FailureReport(String thread, String trace) {

  /** The exit status of a process that has failed: {@code EX_SOFTWARE} of sysexits.h. */
  public static final int EXIT_STATUS = 70;

  /** The report of an exception. */
  public static FailureReport of(Thread thread, Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return new FailureReport(thread.getName(), trace.toString());
  }

  /** The line of this report, without its end. */
  public String toJson() {
    return new JsonLine().put("failure", trace).put("thread", thread).end();
  }

  /** Reads the line of a report; empty where it is none. */
  public static Optional<FailureReport> parse(String line) {
    try {
      JsonFields fields = JsonFields.parse(line);
      return Optional.of(new FailureReport(fields.text("thread"), fields.text("failure")));
    } catch (JsonFormatException e) {
      return Optional.empty();
    }
  }
}
