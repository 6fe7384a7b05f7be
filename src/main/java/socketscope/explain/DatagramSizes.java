package socketscope.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.event.SocketAddress;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;

/** How long a datagram was that filled all the room of the call that took it. */
final class DatagramSizes {

  private DatagramSizes() {}

  /**
   * How many bytes it had when it was sent; empty where no call is known that sent it. Datagrams
   * come one after another, though some may be lost: each is the first one sent after the last
   * received one that begins with what was received.
   */
  static OptionalLong sent(Story story, MadeCall receiving, SocketRecord socket) {
    List<MadeCall> sends = new ArrayList<>();
    List<MadeCall> receives = new ArrayList<>();
    for (MadeCall call : story.calls()) {
      if (!call.succeeded()) {
        continue;
      }
      if (call.receives() && call.socketNumber() == socket.number()) {
        receives.add(call);
      } else if (call.sends() && reaches(story.model(), call, socket)) {
        sends.add(call);
      }
    }
    if (sends.stream().anyMatch(DatagramSizes::severalAtOnce)) {
      return OptionalLong.empty();
    }
    int next = 0;
    for (MadeCall taken : receives) {
      byte[] got = bytes(taken);
      int at = next;
      while (at < sends.size() && !begins(sends.get(at).call().data(), got)) {
        at++;
      }
      if (taken.id() == receiving.id()) {
        return at < sends.size()
            ? OptionalLong.of(sends.get(at).call().data().length())
            : OptionalLong.empty();
      }
      next = at < sends.size() && !taken.peeks() ? at + 1 : next;
    }
    return OptionalLong.empty();
  }

  /** Whether a call is not one datagram: it makes several, or a part of one (MSG_MORE). */
  private static boolean severalAtOnce(MadeCall call) {
    return !call.function().countsBytes() || call.call().hasFlag("MSG_MORE");
  }

  private static byte[] bytes(MadeCall call) {
    @Nullable Bytes data = call.result() == null ? null : call.result().data();
    return data == null ? new byte[0] : data.toArray();
  }

  private static boolean begins(Bytes sent, byte[] got) {
    return sent.length() >= got.length
        && Arrays.equals(sent.toArray(), 0, got.length, got, 0, got.length);
  }

  private static boolean reaches(SocketModel model, MadeCall call, SocketRecord receiver) {
    SocketRecord sender = model.socket(call).orElse(null);
    if (sender == null || !sender.kind().type().equals(receiver.kind().type())) {
      return false;
    }
    SocketAddress target = call.target() == null ? sender.peer() : call.target();
    if (target == null || receiver.local() == null) {
      return model.peerOf(sender).filter(peer -> peer.number() == receiver.number()).isPresent();
    }
    return receiver.local().covers(target);
  }
}
