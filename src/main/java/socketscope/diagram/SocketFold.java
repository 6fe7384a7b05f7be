package socketscope.diagram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** The programs that have sockets that others have made and closed. */
  private final Map<SocketId, String> holders;

  SocketFold() {
    this(new Spans<>(), new Spans<>(), Map.of());
  }

  private SocketFold(
      Spans<Integer, Band> bands,
      Spans<QueueKey, QueueSpan> waitings,
      Map<SocketId, String> holders) {
    this.bands = bands;
    this.waitings = waitings;
    this.holders = new HashMap<>(holders);
  }

  SocketFold copy() {
    return new SocketFold(bands.copy(), waitings.copy(), holders);
  }

  /** A socket goes on at another program, whose kernel's line has its bands from that row on. */
  void handedOn(SocketId socket, String holder, int row) {
    holders.put(socket, holder);
    for (int key : bands.open()) {
      Band band = Objects.requireNonNull(bands.current(key));
      if (socket.equals(band.socket()) && !holder.equals(band.program())) {
        bands.end(key, row);
        bands.begin(
            key,
            new Band(
                holder,
                bands.lane(key, holder),
                row,
                Span.OPEN,
                socket,
                band.descriptor(),
                band.state(),
                band.local()));
      }
    }
    for (QueueSpan.Queue queue : QueueSpan.Queue.values()) {
      QueueSpan span = waitings.current(new QueueKey(socket, queue));
      if (span != null) {
        waitings.end(new QueueKey(socket, queue), row);
        observeQueue(socket, queue, span.amount(), row);
      }
    }
  }

  private String holder(@Nullable SocketId socket, String owner) {
    return socket == null ? owner : holders.getOrDefault(socket, owner);
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
    String program = holder(history.socket(), history.program());
    return new Band(
        program,
        bands.lane(history.number(), program),
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
      String program = holder(socket, socket.program());
      int lane = waitings.lane(key, program);
      waitings.begin(key, new QueueSpan(program, lane, row, Span.OPEN, socket, queue, amount));
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
