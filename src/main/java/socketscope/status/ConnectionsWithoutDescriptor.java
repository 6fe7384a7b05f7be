package socketscope.status;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.ConnectionObserved;
import socketscope.event.SocketAddress;
import socketscope.event.TcpState;
import socketscope.queue.QueueFold;
import socketscope.socket.SocketModel;
import socketscope.state.SocketHistory;

/** Which connections the kernel keeps that no program holds a descriptor of, at one moment. */
final class ConnectionsWithoutDescriptor {

  private final List<ConnectionObserved> kept;
  private final QueueFold queues;

  /** What the kernel keeps. */
  ConnectionsWithoutDescriptor(SocketModel model, QueueFold queues) {
    this.kept = model.kept();
    this.queues = queues;
  }

  /** Those that wait for accept() at a listener, in the order in which they were seen. */
  List<KeptConnection> waitingAt(SocketStatus listener) {
    SocketAddress local = listener.local();
    return local == null || !listener.listening()
        ? List.of()
        : kept.stream()
            .filter(seen -> SocketModel.awaitsAccept(seen.state()) && local.covers(seen.local()))
            .map(this::connection)
            .toList();
  }

  /**
   * The one that a closed socket has left: as the kernel lists it, or as packets alone have told.
   */
  Optional<KeptConnection> leftBy(SocketStatus socket, @Nullable SocketHistory history) {
    if (!socket.closed()
        || history == null
        || !history.traced()
        || history.state() == TcpState.CLOSED) {
      return Optional.empty();
    }
    return kept.stream()
        .filter(seen -> seen.state() == history.state())
        .filter(seen -> same(seen.local(), history.local()) && same(seen.peer(), history.peer()))
        .map(this::connection)
        .findFirst()
        .or(() -> KeptConnection.of(history));
  }

  private KeptConnection connection(ConnectionObserved seen) {
    return KeptConnection.of(seen, queues.waiting(seen));
  }

  private static boolean same(SocketAddress one, @Nullable SocketAddress other) {
    return other != null && one.unmapped().equals(other.unmapped());
  }
}
