package socketscope.explain;

import java.util.List;
import socketscope.event.Argument;
import socketscope.event.SocketAddress;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;

/** What happened in send(), sendto() and write(). */
final class SendSentences {

  private SendSentences() {}

  static List<String> send(ReturnedCall call) {
    SocketRecord socket = call.socket();
    if (socket == null) {
      return call.said()
          .say("write.other", call.name(), call.values().bytes(call.result().value()))
          .sentences();
    }
    return socket.kind().stream() ? stream(call, socket) : datagram(call, socket);
  }

  private static List<String> stream(ReturnedCall call, SocketRecord socket) {
    long taken = call.result().value();
    long asked = call.data().length();
    if (asked == 0) {
      return call.said().say("send.nothing", call.name()).sentences();
    }
    SentenceList said =
        call.said()
            .say("send.ok", call.name(), call.values().bytes(taken), call.program(), taken)
            .sayIf(taken < asked, "send.short", call.values().bytes(asked), asked - taken)
            .say("send.not");
    if (socket.kind().tcp() && call.call().call().hasFlag("MSG_MORE")) {
      return said.surprise("send.more").sentences();
    }
    if (socket.kind().tcp() && on(socket, "IPPROTO_TCP", "TCP_CORK")) {
      return said.surprise("send.corked").sentences();
    }
    return said.quote(otherEnd(call, socket)).sentences();
  }

  private static boolean on(SocketRecord socket, String level, String option) {
    return socket
        .option(level, option)
        .filter(value -> value instanceof Argument.Number(long number) && number != 0)
        .isPresent();
  }

  /** What can be said of the program at the other end of the connection. */
  private static String otherEnd(ReturnedCall call, SocketRecord socket) {
    SocketRecord peer = call.story().model().peerOf(socket).orElse(null);
    if (peer == null) {
      return call.texts().get("send.stream");
    }
    String program = peer.program();
    if (!peer.open()) {
      return call.texts().get(socket.kind().unix() ? "send.closed.unix" : "send.closed", program);
    }
    if (call.story().model().underWay(peer).stream().anyMatch(MadeCall::receives)) {
      return call.texts().get("send.awaited", program);
    }
    return call.story().receivedSince(peer, call.call().since())
        ? call.texts().get("send.stream")
        : call.texts().get("send.waits", program);
  }

  private static List<String> datagram(ReturnedCall call, SocketRecord socket) {
    SocketAddress to = call.target() == null ? socket.peer() : call.target();
    String size = call.values().bytes(call.result().value());
    SentenceList said = call.said();
    boolean more = call.call().call().hasFlag("MSG_MORE");
    if (socket.kind().udp() && (more || on(socket, "IPPROTO_UDP", "UDP_CORK"))) {
      return said.surprise("datagram.held", call.name(), size)
          .surprise(more ? "datagram.more" : "datagram.corked")
          .sentences();
    }
    if (to == null) {
      said.say("datagram.ok", call.name(), size);
    } else {
      said.say("datagram.to", call.name(), size, to.toString());
    }
    return said.say("datagram.not", call.result().value()).say("datagram.whole").sentences();
  }
}
