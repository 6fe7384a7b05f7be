package socketscope.diagram;

import java.util.List;
import java.util.Objects;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;

/** Folds what the kernel said about sockets to bands and filled queues. */
final class SocketFold {

  private record QueueKey(SocketId socket, Waiting.Queue queue) {}

  private final Spans<SocketId, Band> bands = new Spans<>();
  private final Spans<QueueKey, Waiting> waitings = new Spans<>();

  void observed(SocketObserved seen, int row) {
    observeState(seen, row);
    observeQueue(seen, Waiting.Queue.RECEIVE, listening(seen) ? 0 : seen.receiveQueue(), row);
    observeQueue(seen, Waiting.Queue.SEND, listening(seen) ? 0 : seen.sendQueue(), row);
    observeQueue(seen, Waiting.Queue.ACCEPT, seen.accepting(), row);
  }

  private static boolean listening(SocketObserved seen) {
    return seen.state() == TcpState.LISTEN;
  }

  private void observeState(SocketObserved seen, int row) {
    boolean drawn = seen.state() == null ? seen.local() != null : seen.state() != TcpState.CLOSED;
    Band current = bands.current(seen.socket());
    if (!drawn) {
      bands.end(seen.socket(), row);
    } else if (current == null || !same(current, seen)) {
      int lane = bands.lane(seen.socket(), seen.socket().program());
      bands.begin(
          seen.socket(),
          new Band(
              lane, row, Span.OPEN, seen.socket(), seen.descriptor(), seen.state(), seen.local()));
    }
  }

  private static boolean same(Band band, SocketObserved seen) {
    return seen.state() == null
        ? band.state() == null && Objects.equals(band.local(), seen.local())
        : band.state() == seen.state();
  }

  private void observeQueue(SocketObserved seen, Waiting.Queue queue, long amount, int row) {
    QueueKey key = new QueueKey(seen.socket(), queue);
    Waiting current = waitings.current(key);
    if (amount <= 0) {
      waitings.end(key, row);
    } else if (current == null || current.amount() != amount) {
      int lane = waitings.lane(key, seen.socket().program());
      waitings.begin(key, new Waiting(lane, row, Span.OPEN, seen.socket(), queue, amount));
    }
  }

  /**
   * A descriptor was closed. What the kernel does with the socket from now on is not known until it
   * is observed again.
   */
  void closed(SocketId socket, int row) {
    bands.end(socket, row);
    for (Waiting.Queue queue : Waiting.Queue.values()) {
      waitings.end(new QueueKey(socket, queue), row);
    }
  }

  void programEnded(String program, int row) {
    bands.endAllOf(program, row);
    waitings.endAllOf(program, row);
  }

  List<Band> bands() {
    return bands.list();
  }

  List<Waiting> waitings() {
    return waitings.list();
  }
}
