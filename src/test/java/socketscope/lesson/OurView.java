package socketscope.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.ProgramEnded;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;
import socketscope.socket.SocketModel;

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
  private final SocketModel model = new SocketModel();

  private final IntPredicate ports;

  private OurView(IntPredicate ports) {
    this.ports = ports;
  }

  /**
   * The sockets that an experiment holds or has left.
   *
   * @param ports only those with one of these at either end, which is of their own for UDP
   */
  static TreeSet<String> of(List<Event> events, IntPredicate ports) {
    OurView view = new OurView(ports);
    events.forEach(view::add);
    return new TreeSet<>(view.lines.values());
  }

  private void add(Event event) {
    model.add(event);
    switch (event) {
      case CallReturned _, ProgramEnded _ ->
          model.closedNow().forEach(socket -> lines.remove(socket.id()));
      case SocketObserved seen when seen.state() != null -> {
        lines.remove(seen.socket());
        // getpeername(2) does not tell before the handshake is complete.
        boolean looked = seen.state() == TcpState.SYN_SENT || has(seen.local()) || has(seen.peer());
        if (seen.state() != TcpState.CLOSED && looked) {
          lines.put(seen.socket(), line(seen));
        }
      }
      case SocketObserved seen when seen.type().equals("SOCK_DGRAM") && has(seen.local()) ->
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

  private boolean has(@Nullable SocketAddress address) {
    return address != null && ports.test(address.port());
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
