package socketscope.infer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.event.PacketInferred;
import socketscope.socket.CallLog;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;

/** Finds the packets that must have passed though nobody saw them. */
public final class Inference {

  private Inference() {}

  /**
   * The packets that these events prove, whether packets were captured or not.
   *
   * @param events of an experiment from its beginning, in the order of time
   */
  public static List<PacketInferred> of(List<? extends Event> events) {
    CallLog log = CallLog.of(events);
    KnownSockets known = new KnownSockets(log.model());
    Findings findings = new Findings(known);
    SocketModel model = new SocketModel();
    TcpFold tcp = new TcpFold(model, known, new SocketCalls(log), findings);
    UdpFold udp = new UdpFold(model, known, findings);
    for (Event event : events) {
      MadeCall call = model.add(event);
      tcp.add(event, call);
      udp.add(event, call);
    }
    udp.end();
    return findings.sorted();
  }

  /** The events, and among them the packets that they prove while none were captured. */
  public static List<Event> complete(List<Event> events) {
    long blindSince = blindSince(events);
    if (blindSince == Long.MAX_VALUE) {
      return events;
    }
    List<Event> all = new ArrayList<>(events);
    for (PacketInferred packet : of(events)) {
      if (packet.after() >= blindSince) {
        all.add(packet);
      }
    }
    Collections.sort(all);
    return List.copyOf(all);
  }

  /** Whether packets may have passed that were not captured. */
  public static boolean isNeeded(List<? extends Event> events) {
    return blindSince(events) != Long.MAX_VALUE;
  }

  /** The moment from which packets are not captured; never, where all of them are. */
  private static long blindSince(List<? extends Event> events) {
    long since = Long.MAX_VALUE;
    for (Event event : events) {
      if (event instanceof CaptureStarted started) {
        since = started.method() == CaptureMethod.NONE ? Long.MIN_VALUE : Long.MAX_VALUE;
      } else if (event instanceof CaptureEnded ended && !ended.reason().startsWith("finished")) {
        since = Math.min(since, ended.stamp().nanos());
      }
    }
    return since;
  }
}
