package socketscope.state;

import static socketscope.event.TcpState.CLOSED;
import static socketscope.event.TcpState.CLOSE_WAIT;
import static socketscope.event.TcpState.CLOSING;
import static socketscope.event.TcpState.ESTABLISHED;
import static socketscope.event.TcpState.FIN_WAIT1;
import static socketscope.event.TcpState.FIN_WAIT2;
import static socketscope.event.TcpState.LAST_ACK;
import static socketscope.event.TcpState.LISTEN;
import static socketscope.event.TcpState.SYN_RECV;
import static socketscope.event.TcpState.SYN_SENT;
import static socketscope.event.TcpState.TIME_WAIT;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import socketscope.event.TcpState;

/**
 * The arrows of RFC 9293, section 3.3.2, figure 5. Where the RFC names an OPEN or a CLOSE of the
 * user, it is the call that does it on POSIX systems.
 */
public enum Edge {
  LISTEN_CALLED(CLOSED, LISTEN, "listen()", ""),
  LISTENER_CLOSED(LISTEN, CLOSED, "close()", ""),
  CONNECT_CALLED(CLOSED, SYN_SENT, "connect()", "snd SYN"),
  ATTEMPT_CLOSED(SYN_SENT, CLOSED, "close()", ""),
  SYN_ARRIVED(LISTEN, SYN_RECV, "rcv SYN", "snd SYN,ACK"),
  /** Back to listening; on Linux the listener never left it, and what the SYN had made is gone. */
  OPENING_RESET(SYN_RECV, LISTEN, "rcv RST", ""),
  /** No system of today does this: a listener's send() fails. */
  LISTENER_SENT(LISTEN, SYN_SENT, "SEND", "snd SYN"),
  SYNS_CROSSED(SYN_SENT, SYN_RECV, "rcv SYN", "snd SYN,ACK"),
  SYN_ANSWERED(SYN_SENT, ESTABLISHED, "rcv SYN,ACK", "snd ACK"),
  SYN_ACKNOWLEDGED(SYN_RECV, ESTABLISHED, "rcv ACK", ""),
  CLOSED_WHILE_OPENING(SYN_RECV, FIN_WAIT1, "close()", "snd FIN"),
  CLOSED_FIRST(ESTABLISHED, FIN_WAIT1, "close()", "snd FIN"),
  FIN_ARRIVED(ESTABLISHED, CLOSE_WAIT, "rcv FIN", "snd ACK"),
  FIN_ACKNOWLEDGED(FIN_WAIT1, FIN_WAIT2, "rcv ACK", ""),
  FINS_CROSSED(FIN_WAIT1, CLOSING, "rcv FIN", "snd ACK"),
  OTHER_FIN_ARRIVED(FIN_WAIT2, TIME_WAIT, "rcv FIN", "snd ACK"),
  CROSSED_FIN_ACKNOWLEDGED(CLOSING, TIME_WAIT, "rcv ACK", ""),
  CLOSED_SECOND(CLOSE_WAIT, LAST_ACK, "close()", "snd FIN"),
  LAST_FIN_ACKNOWLEDGED(LAST_ACK, CLOSED, "rcv ACK", ""),
  WAITED_LONG_ENOUGH(TIME_WAIT, CLOSED, "2 MSL", "");

  private final TcpState from;
  private final TcpState to;
  private final String trigger;
  private final String action;

  Edge(TcpState from, TcpState to, String trigger, String action) {
    this.from = from;
    this.to = to;
    this.trigger = trigger;
    this.action = action;
  }

  /** Where it begins. */
  public TcpState from() {
    return from;
  }

  /** Where it leads. */
  public TcpState to() {
    return to;
  }

  /** What makes a socket go this way, in the words of the RFC and of C. */
  public String trigger() {
    return trigger;
  }

  /** What the kernel sends on the way; empty for nothing. */
  public String action() {
    return action;
  }

  /** The arrow from one state to another; no two have both in common. */
  public static Optional<Edge> between(TcpState from, TcpState to) {
    for (Edge edge : values()) {
      if (edge.from == from && edge.to == to) {
        return Optional.of(edge);
      }
    }
    return Optional.empty();
  }

  /**
   * The shortest way from one state to another along arrows that a connection takes as it opens and
   * closes in order, without being CLOSED in between; empty where there is none.
   */
  static List<Edge> way(TcpState from, TcpState to) {
    Map<TcpState, List<Edge>> ways = new EnumMap<>(TcpState.class);
    Deque<TcpState> open = new ArrayDeque<>(List.of(from));
    ways.put(from, List.of());
    while (!open.isEmpty()) {
      TcpState state = open.removeFirst();
      for (Edge edge : values()) {
        if (edge.from == state && edge.forward() && !ways.containsKey(edge.to)) {
          List<Edge> way = new ArrayList<>(ways.get(state));
          way.add(edge);
          ways.put(edge.to, way);
          open.addLast(edge.to);
        }
      }
    }
    return List.copyOf(ways.getOrDefault(to, List.of()));
  }

  private boolean forward() {
    return to != CLOSED
        && this != OPENING_RESET
        && this != LISTENER_SENT
        && this != CLOSED_WHILE_OPENING;
  }
}
