package socketscope.lesson;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;

/** What a trace says of sockets in its end, in the words of {@link Ss}. */
final class OurView {

  private static final Map<ConnectionObserved.Timer, String> TIMERS =
      Map.of(
          ConnectionObserved.Timer.NONE,
          "",
          ConnectionObserved.Timer.RETRANSMISSION,
          " on",
          ConnectionObserved.Timer.KEEPALIVE,
          " keepalive",
          ConnectionObserved.Timer.TIME_WAIT,
          " timewait",
          ConnectionObserved.Timer.ZERO_WINDOW_PROBE,
          " persist");

  private final Map<Object, String> lines = new LinkedHashMap<>();
  private final Map<Long, CallStarted> calls = new HashMap<>();

  private OurView() {}

  static TreeSet<String> of(List<Event> events) {
    OurView view = new OurView();
    events.forEach(view::add);
    return new TreeSet<>(view.lines.values());
  }

  private void add(Event event) {
    switch (event) {
      case CallStarted started -> calls.put(started.callId(), started);
      case CallReturned returned -> {
        CallStarted started = calls.get(returned.callId());
        if (started != null
            && started.call().function() == Function.CLOSE
            && !returned.kept()
            && !returned.result().failed()) {
          lines.remove(started.socket());
        }
      }
      case SocketObserved seen when seen.state() != null -> {
        lines.remove(seen.socket());
        if (seen.state() != TcpState.CLOSED) {
          lines.put(seen.socket(), line(seen));
        }
      }
      case SocketObserved seen when seen.type().equals("SOCK_DGRAM") && seen.local() != null ->
          lines.put(
              seen.socket(),
              seen.local()
                  + (seen.receiveQueue() == 0 ? " empty" : " waits")
                  + " drops "
                  + seen.drops());
      case ConnectionObserved kept -> lines.put(kept.local() + " " + kept.peer(), line(kept));
      case ConnectionForgotten gone -> lines.remove(gone.local() + " " + gone.peer());
      default -> {}
    }
  }

  private static String line(SocketObserved seen) {
    boolean listening = seen.state() == TcpState.LISTEN;
    String queues =
        listening
            ? seen.accepting() + "/" + seen.backlog()
            : seen.receiveQueue() + "/" + seen.sendQueue();
    return seen.state()
        + " "
        + queues
        + " "
        + seen.local()
        + " "
        + (seen.peer() == null ? "*" : seen.peer())
        + " held";
  }

  private static String line(ConnectionObserved kept) {
    return kept.state()
        + " "
        + kept.receiveQueue()
        + "/"
        + kept.sendQueue()
        + " "
        + kept.local()
        + " "
        + kept.peer()
        + " kept"
        + TIMERS.get(kept.timer());
  }
}
