package socketscope.diagram;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import socketscope.event.ForeignSocketObserved;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;
import socketscope.state.Kind;
import socketscope.state.SocketHistory;

/** Folds how sockets stand to bands and filled queues. */
final class SocketFold {

  private record QueueKey(SocketId socket, QueueSpan.Queue queue) {}

  private final Spans<Integer, Band> bands;
  private final Spans<QueueKey, QueueSpan> waitings;

  SocketFold() {
    this(new Spans<>(), new Spans<>());
  }

  private SocketFold(Spans<Integer, Band> bands, Spans<QueueKey, QueueSpan> waitings) {
    this.bands = bands;
    this.waitings = waitings;
  }

  SocketFold copy() {
    return new SocketFold(bands.copy(), waitings.copy());
  }

  void observed(SocketObserved seen, int row) {
    SocketId socket = seen.socket();
    observeQueue(socket, QueueSpan.Queue.RECEIVE, listening(seen) ? 0 : seen.receiveQueue(), row);
    observeQueue(socket, QueueSpan.Queue.SEND, listening(seen) ? 0 : seen.sendQueue(), row);
    observeQueue(socket, QueueSpan.Queue.ACCEPT, seen.accepting(), row);
  }

  void observed(ForeignSocketObserved seen, int row) {
    observeQueue(seen.socket(), QueueSpan.Queue.RECEIVE, seen.receiveQueue(), row);
    observeQueue(seen.socket(), QueueSpan.Queue.SEND, seen.sendQueue(), row);
  }

  private static boolean listening(SocketObserved seen) {
    return seen.state() == TcpState.LISTEN;
  }

  /** A socket may stand otherwise since that row. */
  void changed(SocketHistory history, int row) {
    boolean tcp = history.kind() == Kind.TCP;
    boolean drawn =
        tcp
            ? history.state() != TcpState.CLOSED && history.traced()
            : history.open() && history.local() != null;
    Band current = bands.current(history.number());
    Band band = band(history, tcp ? history.state() : null, row);
    if (!drawn) {
      bands.end(history.number(), row);
    } else if (current == null || !same(current, band)) {
      bands.begin(history.number(), band);
    }
  }

  private Band band(SocketHistory history, @Nullable TcpState state, int row) {
    return new Band(
        history.program(),
        bands.lane(history.number(), history.program()),
        row,
        Span.OPEN,
        history.socket(),
        history.descriptor(),
        state,
        history.local());
  }

  private static boolean same(Band one, Band other) {
    return one.state() == other.state()
        && Objects.equals(one.socket(), other.socket())
        && (one.state() != null || Objects.equals(one.local(), other.local()));
  }

  private void observeQueue(SocketId socket, QueueSpan.Queue queue, long amount, int row) {
    QueueKey key = new QueueKey(socket, queue);
    QueueSpan current = waitings.current(key);
    if (amount <= 0) {
      waitings.end(key, row);
    } else if (current == null || current.amount() != amount) {
      int lane = waitings.lane(key, socket.program());
      waitings.begin(key, new QueueSpan(lane, row, Span.OPEN, socket, queue, amount));
    }
  }

  /** A descriptor was closed: what its queues hold is not known any more. */
  void closed(SocketId socket, int row) {
    for (QueueSpan.Queue queue : QueueSpan.Queue.values()) {
      waitings.end(new QueueKey(socket, queue), row);
    }
  }

  void programEnded(String program, int row) {
    waitings.endAllOf(program, row);
  }

  List<Band> bands() {
    return bands.list();
  }

  List<QueueSpan> waitings() {
    return waitings.list();
  }
}
