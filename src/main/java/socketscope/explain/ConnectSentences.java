package socketscope.explain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;

/** What happened in connect() and accept(). */
final class ConnectSentences {

  private ConnectSentences() {}

  static List<String> connect(ReturnedCall call) {
    SocketRecord socket = call.socket();
    String target = String.valueOf(call.target());
    if (socket != null && socket.kind().datagram()) {
      return call.said()
          .say("connect.udp", call.descriptor(), target)
          .say("connect.udp.not")
          .sentences();
    }
    SentenceList said = call.said().say("connect.ok", call.descriptor(), target);
    if (socket != null && socket.local() != null && socket.local().equals(call.target())) {
      return said.say("connect.self").sentences();
    }
    Optional<SocketRecord> listener = listener(call, socket);
    if (listener.isEmpty()) {
      said.say("connect.not");
    } else if (!call.story().accepted(listener.get())) {
      said.say("connect.queued", listener.get().program());
    } else if (accepting(call, listener.get())) {
      said.say("connect.awaited", listener.get().program());
    } else {
      said.say("connect.not");
    }
    return said.sentences();
  }

  private static Optional<SocketRecord> listener(ReturnedCall call, @Nullable SocketRecord socket) {
    SocketAddress target = call.target();
    return socket == null || target == null
        ? Optional.empty()
        : call.story().model().listenerAt(socket.kind(), target);
  }

  private static boolean accepting(ReturnedCall call, SocketRecord listener) {
    return call.story().model().underWay(listener).stream()
        .anyMatch(other -> other.function().creates() == Function.Creates.ACCEPTED);
  }

  static List<String> accept(ReturnedCall call) {
    SocketAddress peer = call.result().address();
    MadeCall connect = finishedConnect(call, peer);
    SentenceList said =
        call.said()
            .say(
                peer == null ? "accept.ok" : "accept.peer",
                call.descriptor(),
                call.result().value(),
                String.valueOf(peer));
    said.say("accept.listener", call.descriptor(), call.result().value());
    return connect == null
        ? said.say("accept.not").sentences()
        : said.say("accept.after", connect.program()).sentences();
  }

  /** The connect() at the other end, where it had returned before this accept(). */
  private static @Nullable MadeCall finishedConnect(
      ReturnedCall call, @Nullable SocketAddress peer) {
    if (peer == null) {
      return null;
    }
    SocketModel model = call.story().model();
    return model
        .lastAt(peer)
        .flatMap(model::attempt)
        .map(attempt -> call.story().call(attempt.begun().id()))
        .filter(MadeCall::succeeded)
        .orElse(null);
  }
}
