package socketscope.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import socketscope.event.Event;
import socketscope.event.Stamp;
import socketscope.json.EventJson;
import socketscope.json.FailureReport;

/** Writes events to whoever started this process. Safe for several threads. */
final class EventOutput {

  private final OutputStream output;
  private long serial;

  EventOutput(OutputStream output) {
    this.output = output;
  }

  /** Reports what ended a thread, and ends the capture: it may lack packets from then on. */
  void fail(Thread thread, Throwable failure) {
    try {
      write(FailureReport.of(thread, failure).toJson() + "\n");
    } finally {
      Runtime.getRuntime().halt(FailureReport.EXIT_STATUS);
    }
  }

  /** Reports what happened at that moment. */
  synchronized void report(long nanos, Function<Stamp, Event> event) {
    write(EventJson.write(event.apply(new Stamp(nanos, "", serial++))) + "\n");
  }

  private synchronized void write(String line) {
    try {
      output.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Nobody listens any more: whoever started this process is gone.
      Runtime.getRuntime().halt(1);
    }
  }
}
