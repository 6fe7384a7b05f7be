package socketscope.explain;

import java.util.List;
import socketscope.event.Bytes;
import socketscope.event.SocketAddress;
import socketscope.socket.SocketRecord;

/** What happened in recv(), recvfrom() and read(). */
final class ReceiveSentences {

  private ReceiveSentences() {}

  static List<String> recv(ReturnedCall call) {
    SocketRecord socket = call.socket();
    if (socket == null) {
      return call.said()
          .say("read.other", call.name(), call.values().bytes(call.result().value()))
          .sentences();
    }
    return socket.kind().stream() ? stream(call, socket) : datagram(call);
  }

  private static List<String> stream(ReturnedCall call, SocketRecord socket) {
    long got = call.result().value();
    long asked = call.room();
    if (got == 0) {
      return nothing(call, socket, asked);
    }
    SentenceList said =
        call.said().say("recv.ok", call.name(), call.values().bytes(got), data(call));
    if (peeked(call)) {
      said.say("recv.peek");
    }
    return said.say(
            got < asked ? "recv.short" : "recv.full", call.values().bytes(asked), call.name())
        .say("recv.stream")
        .sentences();
  }

  private static List<String> nothing(ReturnedCall call, SocketRecord socket, long asked) {
    if (asked == 0) {
      return call.said().say("recv.asked-nothing", call.name()).sentences();
    }
    if (socket.shutReading() != null) {
      return call.said().say("recv.own-shut", call.name()).sentences();
    }
    return call.said()
        .say(brokenOff(socket) ? "recv.after-reset" : "recv.end", call.name())
        .say("recv.end.next")
        .sentences();
  }

  /** Whether a call on this socket has already told that the connection was broken off. */
  private static boolean brokenOff(SocketRecord socket) {
    return socket.told() != null;
  }

  private static List<String> datagram(ReturnedCall call) {
    long got = call.result().value();
    long asked = call.room();
    SocketAddress from = call.result().address();
    SentenceList said = call.said();
    if (got == 0) {
      said.say(asked == 0 ? "recvfrom.asked-nothing" : "recvfrom.empty", call.name());
    } else {
      said.say("recvfrom.ok", call.name(), call.values().bytes(got), data(call));
    }
    if (from != null) {
      said.say("recvfrom.from", from.toString());
    }
    if (peeked(call)) {
      return said.say("recvfrom.peek").sentences();
    }
    if (got > asked) {
      return said.say("recvfrom.cut", call.values().bytes(got), asked).sentences();
    }
    return said.say(got == asked ? "recvfrom.full" : "recvfrom.whole", asked).sentences();
  }

  private static boolean peeked(ReturnedCall call) {
    return call.call().peeks();
  }

  private static String data(ReturnedCall call) {
    Bytes bytes = call.result().data();
    return bytes == null ? "" : Values.data(bytes);
  }
}
