package socketscope.explain;

import java.util.List;
import java.util.stream.Stream;
import socketscope.event.SocketAddress;
import socketscope.socket.AddressHolder;
import socketscope.socket.SocketRecord;

/** What happened in socket(), bind() and listen(). */
final class SetupSentences {

  /** Up to here no Linux cuts a backlog by itself (net.core.somaxconn was 128 before Linux 5.4). */
  private static final int SAFE_BACKLOG = 128;

  private SetupSentences() {}

  static List<String> socket(ReturnedCall call) {
    String type = call.constant("type");
    SocketRecord made = call.story().socket(call.event().created());
    String kind =
        made != null && made.kind().tcp()
            ? "socket.tcp"
            : made != null && made.kind().udp() ? "socket.udp" : "socket.other";
    return call.said()
        .say("socket.ok", call.result().value(), call.program())
        .say(kind, type)
        .say("socket.not")
        .sentences();
  }

  /** fork() in the parent. */
  static List<String> fork(ReturnedCall call) {
    List<Integer> shared = call.story().descriptors(call.program());
    SentenceList said =
        call.said().say("fork.ok", call.program(), String.valueOf(call.result().value()));
    switch (shared.size()) {
      case 0 -> said.say("fork.none");
      case 1 -> said.say("fork.one", shared.getFirst());
      default ->
          said.say(
              "fork.several", call.values().names(shared.stream().map(String::valueOf).toList()));
    }
    return said.say("fork.twice").sentences();
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
    SocketAddress address = call.target();
    boolean anyPort =
        address != null && !(address instanceof SocketAddress.Unix) && !address.named();
    SentenceList said =
        call.said()
            .say(
                anyPort ? "bind.any-port" : "bind.ok",
                call.descriptor(),
                anyPort ? host(call) : String.valueOf(address))
            .say(datagram ? "bind.udp" : "bind.not");
    if (socket != null && address != null && address.named() && socket.kind().internet()) {
      shared(call, socket, address, said);
    }
    return said.sentences();
  }

  /** Who has the port, too. */
  private static void shared(
      ReturnedCall call, SocketRecord socket, SocketAddress address, SentenceList said) {
    boolean tcp = socket.kind().tcp();
    boolean byHash = socket.option("SOL_SOCKET", "SO_REUSEPORT").isPresent();
    String key = tcp ? "bind.shared.tcp" : byHash ? "bind.shared.hash" : "bind.shared.last";
    call.story().model().holders(socket.kind(), address).stream()
        .map(AddressHolder::socket)
        .flatMap(Stream::ofNullable)
        .filter(other -> other.number() != socket.number() && other.open())
        .filter(other -> !tcp || other.binding() != SocketRecord.Binding.ACCEPTED)
        .findFirst()
        .ifPresent(other -> said.surprise(key, other.program(), other.descriptor()));
  }

  private static String host(ReturnedCall call) {
    String address = String.valueOf(call.target());
    return address.substring(0, address.lastIndexOf(':'));
  }

  static List<String> listen(ReturnedCall call) {
    SocketRecord before = call.before();
    long backlog = call.number("backlog");
    boolean unbound = before != null && before.binding() == SocketRecord.Binding.NONE;
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
