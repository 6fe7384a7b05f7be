package socketscope.explain;

import java.util.List;
import socketscope.event.SocketObserved;
import socketscope.socket.SocketRecord;
import socketscope.socket.SocketRecord.Phase;

/** What happened in shutdown() and close(). */
final class CloseSentences {

  private CloseSentences() {}

  static List<String> shutdown(ReturnedCall call) {
    SocketRecord socket = call.before();
    String how =
        !call.call().shutsSending() ? "read" : !call.call().shutsReceiving() ? "write" : "both";
    if (socket != null && socket.kind().datagram()) {
      return call.said().say("shutdown.udp", call.descriptor()).sentences();
    }
    boolean connected = socket != null && socket.phase() == Phase.CONNECTED;
    return call.said()
        .say(connected ? "shutdown." + how : "shutdown.other", call.descriptor())
        .say("shutdown.open", call.descriptor())
        .sentences();
  }

  static List<String> close(ReturnedCall call) {
    SocketRecord socket = call.before();
    SentenceList said = call.said().say("close.ok", call.descriptor(), call.program());
    if (socket == null) {
      return said.sentences();
    }
    if (call.event().kept() || socket.descriptors() > 1) {
      List<String> others = call.story().holders(socket);
      return others.isEmpty() || others.contains(call.program())
          ? said.say("close.shared").sentences()
          : said.say(
                  others.size() == 1 ? "close.held" : "close.held.several",
                  call.values().names(others))
              .sentences();
    }
    if (!socket.kind().stream()) {
      return said.say(socket.kind().datagram() ? "close.udp" : "close.gone").sentences();
    }
    return switch (socket.phase()) {
      case UNBOUND, BOUND, BROKEN, CLOSED -> said.say("close.gone").sentences();
      case LISTENING -> listener(call, socket, said);
      case CONNECTING -> said.say("close.connecting").sentences();
      case CONNECTED -> connection(call, socket, said);
    };
  }

  private static List<String> listener(ReturnedCall call, SocketRecord socket, SentenceList said) {
    SocketObserved seen = socket.observed();
    said.say("close.listener");
    return seen != null && seen.accepting() > 0
        ? said.say("close.listener.waiting", call.values().connections(seen.accepting()))
            .sentences()
        : said.say("close.listener.queue").sentences();
  }

  private static List<String> connection(
      ReturnedCall call, SocketRecord socket, SentenceList said) {
    if (socket.kind().unix()) {
      return said.say("close.unix").sentences();
    }
    SocketObserved seen = socket.observed();
    if (seen != null && seen.receiveQueue() > 0) {
      return said.say("close.unread", call.values().bytes(seen.receiveQueue())).sentences();
    }
    return said.say(socket.shutWriting() != null ? "close.shut-before" : "close.connection")
        .say("close.not")
        .sentences();
  }
}
