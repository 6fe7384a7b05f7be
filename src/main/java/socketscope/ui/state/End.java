package socketscope.ui.state;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import socketscope.event.TcpState;
import socketscope.state.Edge;
import socketscope.state.SocketHistory;
import socketscope.state.Transition;

/**
 * One end of a connection as the figure shows it.
 *
 * @param subject whether it is the socket that is looked at
 */
record End(SocketHistory history, boolean subject, ConnectionRole side) {

  /** The socket that is looked at, and the other end of its connection where there is one. */
  static List<End> of(SocketHistory subject, List<SocketHistory> all) {
    End own = new End(subject, true, ConnectionRole.of(subject));
    Optional<SocketHistory> other =
        all.stream()
            .filter(one -> one.number() != subject.number() && subject.facing(one))
            .reduce((_, last) -> last);
    return other
        .map(one -> List.of(own, new End(one, false, opposite(own.side))))
        .orElse(List.of(own));
  }

  private static ConnectionRole opposite(ConnectionRole side) {
    return side == ConnectionRole.CLIENT ? ConnectionRole.SERVER : ConnectionRole.CLIENT;
  }

  /** The arrows that it has gone; a connection from a listener begins where that had come to. */
  Set<Edge> walked() {
    Set<Edge> walked = EnumSet.noneOf(Edge.class);
    if (history.listener() != null && !history.changes().isEmpty()) {
      walked.add(Edge.LISTEN_CALLED);
    }
    for (Transition transition : lastWay()) {
      transition.edge().ifPresent(walked::add);
    }
    return walked;
  }

  /** Its transitions since it was last CLOSED at their beginning: a socket may try again. */
  private List<Transition> lastWay() {
    List<Transition> all = history.transitions();
    int start = 0;
    for (int i = 0; i < all.size(); i++) {
      start = all.get(i).from() == TcpState.CLOSED ? i : start;
    }
    return all.subList(start, all.size());
  }

  /**
   * Whether it has come to the CLOSED at the end of the figure: the connection was there, and is
   * over. A listener that was closed, and an attempt that was given up, are back at the beginning.
   */
  boolean finished() {
    return history.transitions().stream()
        .reduce((_, last) -> last)
        .filter(last -> last.to() == TcpState.CLOSED)
        .filter(last -> last.from() != TcpState.LISTEN && last.from() != TcpState.SYN_SENT)
        .isPresent();
  }

  /** Where the connection was broken off. */
  Optional<TcpState> brokenOffIn() {
    return history.transitions().stream()
        .reduce((_, last) -> last)
        .filter(last -> last.way() == Transition.Way.ABORTED)
        .map(Transition::from);
  }
}
