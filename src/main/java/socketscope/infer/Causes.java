package socketscope.infer;

import java.util.Optional;
import java.util.function.Predicate;
import socketscope.event.Function;
import socketscope.socket.MadeCall;

/** What the programs' calls say about when something passed. All moments lie between two looks. */
final class Causes {

  private final SocketCalls calls;
  private final KnownSockets sockets;

  Causes(SocketCalls calls, KnownSockets sockets) {
    this.calls = calls;
    this.sockets = sockets;
  }

  static boolean connects(MadeCall call) {
    return call.is(Function.CONNECT);
  }

  private static boolean closes(MadeCall call) {
    return call.is(Function.CLOSE);
  }

  /**
   * When the first of such calls on a socket started; {@link InferredPackets#NONE} where there was
   * none.
   */
  long anchor(int socket, Predicate<MadeCall> kinds, long after, long until) {
    return start(calls.first(socket, kinds, after, until));
  }

  /**
   * The call that handed the kernel a byte to send.
   *
   * @param begin when the connection began
   * @param number which byte of the connection, counted from 1
   */
  Optional<MadeCall> handedOver(int socket, long begin, long number) {
    return calls.handedOver(socket, begin, number);
  }

  private static long start(Optional<MadeCall> call) {
    return call.map(MadeCall::since).orElse(InferredPackets.NONE);
  }

  /**
   * When the call started that closed an end; for one that accept() has not returned, any call that
   * closed a socket of the program that it belongs to.
   */
  long closing(ConnectionEnd side, long after, long until) {
    return side.socket != MadeCall.NONE
        ? anchor(side.socket, Causes::closes, after, until)
        : start(calls.first(sockets.owner(side.address), Causes::closes, after, until));
  }

  /** When the handshake was over at the latest: connect() or accept() had returned. */
  long opened(Connection connection, long now) {
    long after = connection.lastLook;
    long connected =
        calls
            .first(connection.opener.socket, Causes::connects, after, now)
            .filter(MadeCall::succeeded)
            .map(MadeCall::until)
            .orElse(now);
    long accepted =
        connection.opener.address == null
            ? now
            : calls.accepted(connection.opener.address, after, now);
    return Math.min(now, Math.min(connected, accepted));
  }

  /** When a call on that socket brought bytes, if it did. */
  long brought(int socket, long after, long until) {
    return calls.firstBrought(socket, MadeCall::receives, after, until);
  }
}
