package socketscope.program;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import socketscope.event.Event;
import socketscope.event.Stamp;
import socketscope.json.EventJson;
import socketscope.json.FailureReport;
import socketscope.json.ReadyReport;

/** Writes events to whoever started this program. Safe for several threads. */
final class Reporter {

  private final String program;
  private final OutputStream output;
  private long serial;

  Reporter(String program, OutputStream output) {
    this.program = program;
    this.output = output;
  }

  /**
   * Reports what ended a thread, and ends the program: what it knows of its sockets may be wrong
   * now, and whoever waits for that thread would wait for ever.
   */
  void fail(Thread thread, Throwable failure) {
    try {
      // Another thread may be in the midst of a line.
      write("\n" + FailureReport.of(thread, failure).toJson() + "\n");
    } finally {
      Runtime.getRuntime().halt(FailureReport.EXIT_STATUS);
    }
  }

  /** Whose events these are. */
  String program() {
    return program;
  }

  /** Reports that this program takes requests now. */
  void ready() {
    write(ReadyReport.toJson() + "\n");
  }

  /** Reports what happened to a child of this process. */
  synchronized void reportOf(String child, long nanos, Function<Stamp, Event> event) {
    write(EventJson.write(event.apply(new Stamp(nanos, child, serial++))) + "\n");
  }

  /** Reports what happens at this moment. */
  void report(Function<Stamp, Event> event) {
    reportAt(System.nanoTime(), event);
  }

  /** Reports what happened at an earlier moment. */
  synchronized void reportAt(long nanos, Function<Stamp, Event> event) {
    write(EventJson.write(event.apply(new Stamp(nanos, program, serial++))) + "\n");
  }

  private synchronized void write(String lines) {
    try {
      output.write(lines.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Nobody listens any more: whoever started this program is gone.
      Runtime.getRuntime().halt(1);
    }
  }
}
