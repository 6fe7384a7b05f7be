package socketscope.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.SocketAddress;
import socketscope.event.TcpState;
import socketscope.state.SocketHistory;

/** Folds which connections the kernel keeps that no program holds a descriptor of. */
final class KeptConnectionFold {

  private record Ends(SocketAddress local, SocketAddress peer) {}

  private final Map<Ends, ConnectionObserved> kept = new LinkedHashMap<>();
  private final Transfers transfers;

  KeptConnectionFold(Transfers transfers) {
    this.transfers = transfers;
  }

  /** The same connections, whose bytes are in that copy of the transfers. */
  KeptConnectionFold over(Transfers copied) {
    KeptConnectionFold copy = new KeptConnectionFold(copied);
    copy.kept.putAll(kept);
    return copy;
  }

  void add(Event event) {
    switch (event) {
      case ConnectionObserved seen -> kept.put(new Ends(seen.local(), seen.peer()), seen);
      case ConnectionForgotten gone -> kept.remove(new Ends(gone.local(), gone.peer()));
      case CallReturned returned when returned.created() != null -> accepted(returned);
      default -> {}
    }
  }

  /** It has a descriptor now, though the kernel has not been asked since. */
  private void accepted(CallReturned returned) {
    SocketAddress peer = returned.result().address();
    if (peer != null) {
      kept.values().removeIf(seen -> KeptConnection.waits(seen.state()) && same(seen.peer(), peer));
    }
  }

  /** Those that wait for accept() at a listener, in the order in which they were seen. */
  List<KeptConnection> waitingAt(SocketStatus listener) {
    SocketAddress local = listener.local();
    return local == null || !listener.listening()
        ? List.of()
        : kept.values().stream()
            .filter(seen -> KeptConnection.waits(seen.state()) && local.covers(seen.local()))
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
    return kept.values().stream()
        .filter(seen -> seen.state() == history.state())
        .filter(seen -> same(seen.local(), history.local()) && same(seen.peer(), history.peer()))
        .map(this::connection)
        .findFirst()
        .or(() -> KeptConnection.of(history));
  }

  private KeptConnection connection(ConnectionObserved seen) {
    return KeptConnection.of(seen, transfers.waiting(seen));
  }

  private static boolean same(SocketAddress one, @Nullable SocketAddress other) {
    return other != null && one.unmapped().equals(other.unmapped());
  }
}
