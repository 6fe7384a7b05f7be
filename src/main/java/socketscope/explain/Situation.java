package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.SocketAddress;

/** What is known of the socket that a call failed on; the same errno then means something else. */
public enum Situation {
  /** The program has closed this descriptor. */
  CLOSED,
  /** The call's address is not of the socket's family. */
  OTHER_FAMILY,
  /** A datagram socket. */
  DATAGRAM,
  /** The program has shut down the sending side. */
  WRITE_SHUT,
  /** Neither an address nor a connection. */
  UNBOUND,
  /** An address, but no connection, and not listening. */
  BOUND,
  /** A listener. */
  LISTENING,
  /** One end of a connection, or a datagram socket with a peer. */
  CONNECTED;

  /** Its word in a text's key. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What holds of a call's socket, that which explains most first. */
  static List<Situation> of(@Nullable SocketStory socket, Call call, boolean descriptorClosed) {
    if (socket == null) {
      return descriptorClosed ? List.of(CLOSED) : List.of();
    }
    List<Situation> situations = new ArrayList<>();
    if (otherFamily(socket, call)) {
      situations.add(OTHER_FAMILY);
    }
    if (socket.datagram()) {
      situations.add(DATAGRAM);
    }
    if (socket.writeShut()) {
      situations.add(WRITE_SHUT);
    }
    switch (socket.phase()) {
      case UNBOUND -> situations.add(UNBOUND);
      case BOUND -> situations.add(BOUND);
      case LISTENING -> situations.add(LISTENING);
      case CONNECTED -> situations.add(CONNECTED);
      case CONNECTING -> {}
    }
    return situations;
  }

  private static boolean otherFamily(SocketStory socket, Call call) {
    return call.arguments().stream()
        .anyMatch(argument ->
            argument instanceof Argument.Address(SocketAddress address)
                && switch (address) {
                  case SocketAddress.Inet4 _ -> socket.domain().equals("AF_INET6");
                  case SocketAddress.Inet6 _ -> socket.domain().equals("AF_INET");
                  default -> false;
                });
  }
}
