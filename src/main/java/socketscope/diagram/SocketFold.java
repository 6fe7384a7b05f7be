package socketscope.diagram;

import static socketscope.diagram.QueueSpan.Queue.ACCEPT;
import static socketscope.diagram.QueueSpan.Queue.RECEIVE;
import static socketscope.diagram.QueueSpan.Queue.SEND;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import socketscope.event.ForeignSocketObserved;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;
import socketscope.queue.Queues;
import socketscope.queue.Queues.QueuedBytes;
import socketscope.state.Kind;
import socketscope.state.SocketHistory;

/** Folds how sockets stand to bands and filled queues. */
final class SocketFold {

  /** A queue of a socket, or, without one, the receive queue of a connection between addresses. */
  private record QueueKey(
      @Nullable SocketId socket,
      @Nullable SocketAddress local,
      @Nullable SocketAddress peer,
      QueueSpan.Queue queue) {

    static QueueKey of(SocketId socket, QueueSpan.Queue queue) {
      return new QueueKey(socket, null, null, queue);
    }

    static QueueKey of(SocketAddress local, SocketAddress peer) {
      return new QueueKey(null, local.unmapped(), peer.unmapped(), RECEIVE);
    }
  }

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
      QueueKey key = QueueKey.of(socket, queue);
      QueueSpan span = waitings.current(key);
      if (span != null) {
        waitings.end(key, row);
        queue(key, socket.program(), span.amount(), span.bytes(), row);
      }
    }
  }

  private String holder(@Nullable SocketId socket, String owner) {
    return socket == null ? owner : holders.getOrDefault(socket, owner);
  }

  /** A listener's queue of connections, which only the kernel tells. */
  void observed(SocketObserved seen, int row) {
    queue(QueueKey.of(seen.socket(), ACCEPT), seen.socket().program(), seen.accepting(), row);
  }

  void observed(ForeignSocketObserved seen, int row) {
    String program = seen.socket().program();
    queue(QueueKey.of(seen.socket(), RECEIVE), program, seen.receiveQueue(), row);
    queue(QueueKey.of(seen.socket(), SEND), program, seen.sendQueue(), row);
  }

  /** What lies in the queues of a socket from that row on. */
  void queued(SocketId socket, Queues queues, int row) {
    String program = socket.program();
    queue(QueueKey.of(socket, RECEIVE), program, queues.receive(), queues.received(), row);
    queue(QueueKey.of(socket, SEND), program, queues.send(), queues.sent(), row);
  }

  /**
   * What lies in the receive queue of a connection that nobody has accepted, from that row on.
   *
   * @param program that has the listener
   */
  void queued(String program, SocketAddress local, SocketAddress peer, Queues queues, int row) {
    queue(QueueKey.of(local, peer), program, queues.receive(), queues.received(), row);
  }

  /** That connection has been accepted, or has ended. */
  void taken(SocketAddress local, SocketAddress peer, int row) {
    waitings.end(QueueKey.of(local, peer), row);
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

  private void queue(QueueKey key, String owner, long amount, int row) {
    queue(key, owner, amount, List.of(), row);
  }

  private void queue(QueueKey key, String owner, long amount, List<QueuedBytes> bytes, int row) {
    QueueSpan current = waitings.current(key);
    if (amount <= 0) {
      waitings.end(key, row);
    } else if (current == null || current.amount() != amount || !current.bytes().equals(bytes)) {
      String program = holder(key.socket, owner);
      int lane = waitings.lane(key, program);
      waitings.begin(
          key, new QueueSpan(program, lane, row, Span.OPEN, key.socket, key.queue, amount, bytes));
    }
  }

  /** A descriptor was closed: what its queues hold is not known any more. */
  void closed(SocketId socket, int row) {
    for (QueueSpan.Queue queue : QueueSpan.Queue.values()) {
      waitings.end(QueueKey.of(socket, queue), row);
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
