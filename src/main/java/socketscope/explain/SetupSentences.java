package socketscope.explain;

import java.util.List;
import socketscope.socket.SocketKind;
import socketscope.socket.SocketRecord;
import socketscope.socket.SocketRecord.Binding;

/** What happened in socket(), bind() and listen(). */
final class SetupSentences {

  /** Up to here no Linux cuts a backlog by itself (net.core.somaxconn was 128 before Linux 5.4). */
  private static final int SAFE_BACKLOG = 128;

  private SetupSentences() {}

  static List<String> socket(ReturnedCall call) {
    SocketRecord made = call.story().socket(call.event().created());
    SocketKind socket = made == null ? SocketKind.UNKNOWN : made.kind();
    String kind = socket.tcp() ? "socket.tcp" : socket.udp() ? "socket.udp" : "socket.other";
    return call.said()
        .say("socket.ok", call.result().value(), call.program())
        .say(kind, call.constant(1))
        .say("socket.not")
        .sentences();
  }

  static List<String> pair(ReturnedCall call) {
    return call.said()
        .say("socketpair.ok", String.valueOf(call.result().option()), call.program())
        .say("socketpair.connected")
        .say("socketpair.not")
        .sentences();
  }

  static List<String> bind(ReturnedCall call) {
    SocketRecord socket = call.socket();
    boolean datagram = socket != null && socket.kind().datagram();
    String address = String.valueOf(call.target());
    boolean anyPort = SocketAddresses.port(call.target()) == 0;
    return call.said()
        .say(
            anyPort ? "bind.any-port" : "bind.ok",
            call.descriptor(),
            anyPort ? host(call) : address)
        .say(datagram ? "bind.udp" : "bind.not")
        .sentences();
  }

  private static String host(ReturnedCall call) {
    String address = String.valueOf(call.target());
    return address.substring(0, address.lastIndexOf(':'));
  }

  static List<String> listen(ReturnedCall call) {
    SocketRecord before = call.before();
    long backlog = call.number(1);
    boolean unbound = before != null && before.binding() == Binding.NONE;
    return call.said()
        .say("listen.ok", call.descriptor())
        .sayIf(unbound, "listen.unbound")
        .say(
            backlog >= 0 && backlog <= SAFE_BACKLOG ? "listen.queue" : "listen.capped",
            backlog,
            call.values().connections(backlog + 1))
        .say("listen.not")
        .sentences();
  }
}
