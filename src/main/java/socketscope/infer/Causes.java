package socketscope.infer;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.Function;
import socketscope.event.SocketId;

/** What the programs' calls say about when something passed. All moments lie between two looks. */
final class Causes {

  private static final Set<Function> CONNECT = Set.of(Function.CONNECT);
  private static final Set<Function> CLOSE = Set.of(Function.CLOSE);

  private final SocketCalls calls;
  private final SocketTable table;

  Causes(SocketCalls calls, SocketTable table) {
    this.calls = calls;
    this.table = table;
  }

  /**
   * When the first of such calls on a socket started; {@link InferredPackets#NONE} where there was
   * none.
   */
  long anchor(@Nullable SocketId socket, Set<Function> kinds, long after, long until) {
    return start(calls.first(socket, kinds, after, until));
  }

  /**
   * The call that handed the kernel a byte to send.
   *
   * @param begin when the connection began
   * @param number which byte of the connection, counted from 1
   */
  Optional<CallSpan> handedOver(@Nullable SocketId socket, long begin, long number) {
    return calls.handedOver(socket, begin, number);
  }

  private static long start(Optional<CallSpan> span) {
    return span.map(CallSpan::start).orElse(InferredPackets.NONE);
  }

  /**
   * When the call started that closed an end; for one that accept() has not returned, any call that
   * closed a socket of the program that it belongs to.
   */
  long closing(ConnectionEnd side, long after, long until) {
    return side.socket != null
        ? anchor(side.socket, CLOSE, after, until)
        : start(calls.first(table.owner(side.address), CLOSE, after, until));
  }

  /** When the handshake was over at the latest: connect() or accept() had returned. */
  long opened(Connection connection, long now) {
    long after = connection.lastLook;
    long connected =
        calls
            .first(connection.opener.socket, CONNECT, after, now)
            .filter(CallSpan::succeeded)
            .map(CallSpan::end)
            .orElse(now);
    long accepted =
        connection.opener.address == null
            ? now
            : calls.accepted(connection.opener.address, after, now);
    return Math.min(now, Math.min(connected, accepted));
  }

  /** When a call on that socket brought bytes, if it did. */
  long brought(@Nullable SocketId socket, long after, long until) {
    return calls.firstBrought(socket, CallSpan.RECEIVING, after, until);
  }
}
