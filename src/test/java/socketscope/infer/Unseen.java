package socketscope.infer;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.trace.TraceReader;

/** Recorded experiments as they would be had nobody captured their packets. */
public final class Unseen {

  private Unseen() {}

  /** The events of that trace, which lies beside this class, without its packets. */
  public static List<Event> trace(String name) throws Exception {
    URL trace = Unseen.class.getResource(name + ".jsonl");
    List<Event> events = new ArrayList<>();
    for (Event event : TraceReader.read(Path.of(trace.toURI())).events()) {
      switch (event) {
        case PacketSeen _, CaptureEnded _ -> {}
        case CaptureStarted started ->
            events.add(
                new CaptureStarted(
                    started.stamp(),
                    CaptureMethod.NONE,
                    "raw=EPERM tcpdump=refused dumpcap=refused"));
        default -> events.add(event);
      }
    }
    return events;
  }
}
