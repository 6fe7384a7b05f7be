package socketscope.explain;

import java.util.List;
import socketscope.event.Function;

/** What happened in socket(), bind() and listen(). */
final class SetupSentences {

  /** Up to here no Linux cuts a backlog by itself (net.core.somaxconn was 128 before Linux 5.4). */
  private static final int SAFE_BACKLOG = 128;

  private SetupSentences() {}

  static List<String> socket(ReturnedCall call) {
    String type = call.constant(1);
    String kind =
        type.contains("SOCK_STREAM") && call.constant(0).startsWith("AF_INET")
            ? "socket.tcp"
            : type.contains("SOCK_DGRAM") && call.constant(0).startsWith("AF_INET")
                ? "socket.udp"
                : "socket.other";
    return call.said()
        .say("socket.ok", call.result().value(), call.program())
        .say(kind, type)
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
    SocketStory socket = call.socket();
    boolean datagram = socket != null && socket.datagram();
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
    SocketStory socket = call.socket();
    long backlog = call.number(1);
    boolean unbound = socket != null && wasUnbound(call, socket);
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

  private static boolean wasUnbound(ReturnedCall call, SocketStory socket) {
    return call.story().calls().all().stream()
        .filter(earlier -> socket.id().equals(earlier.socket()))
        .filter(earlier -> earlier.id() != call.call().id())
        .filter(earlier -> earlier.is(Function.BIND, Function.LISTEN, Function.CONNECT))
        .map(CallStory::returned)
        .noneMatch(returned -> returned != null && !returned.result().failed());
  }
}
