package socketscope.ui.state;

import java.util.Locale;
import socketscope.event.Role;
import socketscope.event.TcpState;
import socketscope.state.SocketHistory;

/** Which side of a connection an end is: it has a colour, a line and a shape of its own. */
enum ConnectionRole {
  /** Asks for the connection: a full line and a disc. */
  CLIENT,
  /** Is asked: a dashed line and a square. */
  SERVER;

  /** The side of a socket: who listened is the server, who called connect() the client. */
  static ConnectionRole of(SocketHistory history) {
    if (history.listener() != null || history.isListener()) {
      return SERVER;
    }
    if (!history.transitions().isEmpty()
        && history.transitions().getFirst().from() == TcpState.LISTEN) {
      return SERVER; // of a foreign program, whose listener nobody sees
    }
    boolean asked = history.transitions().stream().anyMatch(one -> one.to() == TcpState.SYN_SENT);
    return asked || Role.of(history.program()) == Role.CLIENT ? CLIENT : SERVER;
  }

  String styleClass() {
    return "side-" + name().toLowerCase(Locale.ROOT);
  }
}
