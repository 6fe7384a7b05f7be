package socketscope.explain;

import java.util.List;
import java.util.OptionalLong;
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
    return socket.kind().stream() ? stream(call, socket) : datagram(call, socket);
  }

  private static List<String> stream(ReturnedCall call, SocketRecord socket) {
    long got = call.result().value();
    long asked = call.room();
    if (got == 0) {
      return nothing(call, socket, asked);
    }
    if (call.result().data() == null) {
      return discarded(call, got);
    }
    SentenceList said =
        call.said().say("recv.ok", call.name(), call.values().bytes(got), data(call));
    said.sayIf(peeked(call), "recv.peek").surpriseIf(peekedBefore(call, socket), "recv.after-peek");
    return said.say(
            got < asked ? "recv.short" : "recv.full", call.values().bytes(asked), call.name())
        .say("recv.stream")
        .sentences();
  }

  /** With MSG_TRUNC, TCP takes bytes from the queue and writes them nowhere. */
  private static List<String> discarded(ReturnedCall call, long got) {
    String bytes = call.values().bytes(got);
    return peeked(call)
        ? call.said().surprise("recv.discarded.peek", bytes, call.name()).sentences()
        : call.said().surprise("recv.discarded", bytes, call.name()).sentences();
  }

  private static List<String> nothing(ReturnedCall call, SocketRecord socket, long asked) {
    if (asked == 0) {
      return call.said().say("recv.asked-nothing", call.name()).sentences();
    }
    if (socket.shutReading() != null) {
      return call.said().say("recv.own-shut", call.name()).sentences();
    }
    return call.said()
        .say(
            brokenOff(call)
                ? "recv.after-reset"
                : socket.kind().unix() ? "recv.end.unix" : "recv.end",
            call.name())
        .say("recv.end.next")
        .sentences();
  }

  /** Whether a call on this socket has already told that the connection was broken off. */
  private static boolean brokenOff(ReturnedCall call) {
    SocketRecord before = call.before();
    return before != null && before.phase() == SocketRecord.Phase.BROKEN;
  }

  private static List<String> datagram(ReturnedCall call, SocketRecord socket) {
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
      said.say("recvfrom.peek");
    }
    said.surpriseIf(peekedBefore(call, socket), "recvfrom.after-peek");
    return whole(call, socket, said, got, asked).sentences();
  }

  private static SentenceList whole(
      ReturnedCall call, SocketRecord socket, SentenceList said, long got, long asked) {
    if (got > asked) {
      return said.surprise("recvfrom.cut", call.values().bytes(got), asked);
    }
    if (got < asked) {
      return said.sayIf(!peeked(call), "recvfrom.whole", asked);
    }
    OptionalLong sent = DatagramSizes.sent(call.story(), call.call(), socket);
    if (sent.isEmpty()) {
      return said.say(peeked(call) ? "recvfrom.full.peek" : "recvfrom.full", asked);
    }
    long lost = sent.getAsLong() - got;
    if (lost > 0) {
      String key = peeked(call) ? "recvfrom.longer" : "recvfrom.lost";
      return said.surprise(
          key, call.values().bytes(sent.getAsLong()), asked, call.values().bytes(lost));
    }
    return said.sayIf(!peeked(call), "recvfrom.whole", asked);
  }

  /** Whether the call before on this socket has left in the queue what this one has got. */
  private static boolean peekedBefore(ReturnedCall call, SocketRecord socket) {
    return call.story()
        .receivedBefore(socket)
        .filter(earlier -> earlier.peeks() && earlier.succeeded())
        .filter(earlier -> earlier.id() != call.call().id())
        .isPresent();
  }

  private static boolean peeked(ReturnedCall call) {
    return call.call().peeks();
  }

  private static String data(ReturnedCall call) {
    Bytes bytes = call.result().data();
    return bytes == null ? "" : Values.data(bytes);
  }
}
