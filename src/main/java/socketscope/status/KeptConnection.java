package socketscope.status;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import socketscope.event.ConnectionObserved;
import socketscope.event.ConnectionObserved.Timer;
import socketscope.event.SocketAddress;
import socketscope.event.TcpState;
import socketscope.queue.Queues.QueuedBytes;
import socketscope.socket.SocketModel;
import socketscope.state.SocketHistory;

/**
 * A connection that the kernel keeps though no program holds a descriptor of it.
 *
 * @param timerEnds when its timer runs out, in nanoseconds on the clock of the stamps; 0 without
 *     one
 * @param receiveQueue bytes that wait to be read; -1 where the kernel has not listed it yet
 * @param received those bytes; empty where they are not known
 * @param sendQueue bytes not yet acknowledged, a FIN counting as one; -1 where not known
 */
public record KeptConnection(
    SocketAddress local,
    SocketAddress peer,
    TcpState state,
    Timer timer,
    long timerEnds,
    int retransmissions,
    long receiveQueue,
    List<QueuedBytes> received,
    long sendQueue) {

  /** Keeps a copy. */
  public KeptConnection {
    received = List.copyOf(received);
  }

  static KeptConnection of(ConnectionObserved seen, List<QueuedBytes> received) {
    long ends =
        seen.timer() == Timer.NONE
            ? 0
            : seen.stamp().nanos() + TimeUnit.MILLISECONDS.toNanos(seen.timerMillis());
    return new KeptConnection(
        seen.local(),
        seen.peer(),
        seen.state(),
        seen.timer(),
        ends,
        seen.retransmissions(),
        seen.receiveQueue(),
        received,
        seen.sendQueue());
  }

  /** One that packets tell of, and that the kernel has not listed yet. */
  static Optional<KeptConnection> of(SocketHistory told) {
    return told.local() == null || told.peer() == null
        ? Optional.empty()
        : Optional.of(
            new KeptConnection(
                told.local(), told.peer(), told.state(), Timer.NONE, 0, 0, -1, List.of(), -1));
  }

  /** Whether it waits for accept(), rather than living on after its socket was closed. */
  public boolean waits() {
    return SocketModel.awaitsAccept(state);
  }

  /** The whole seconds until its timer runs out, the one that has begun included; 0 without one. */
  public long secondsLeft(long now) {
    long left = Math.max(0, timerEnds - now);
    return Math.ceilDiv(left, TimeUnit.SECONDS.toNanos(1));
  }
}
