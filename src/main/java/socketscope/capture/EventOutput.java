package socketscope.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import socketscope.event.Event;
import socketscope.event.Stamp;
import socketscope.json.EventJson;

/** Writes events to whoever started this process. Safe for several threads. */
final class EventOutput {

  private final OutputStream output;
  private long serial;

  EventOutput(OutputStream output) {
    this.output = output;
  }

  /** Reports what happened at that moment. */
  synchronized void report(long nanos, Function<Stamp, Event> event) {
    String line = EventJson.write(event.apply(new Stamp(nanos, "", serial++))) + "\n";
    try {
      output.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Nobody listens any more: whoever started this process is gone.
      Runtime.getRuntime().halt(1);
    }
  }
}
