package socketscope.socket;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import socketscope.event.SocketAddress;

/**
 * The other ends of AF_UNIX connections, whose clients mostly have no name: accept() gives the
 * connections out in the order in which they came (unix(7)).
 */
final class LocalPeers {

  private final SocketModel model;

  LocalPeers(SocketModel model) {
    this.model = model;
  }

  /** The other end, open or closed; empty while it has not been accepted. */
  Optional<SocketRecord> of(SocketRecord socket) {
    return socket.listener() == MadeCall.NONE ? acceptedOf(socket) : connectedTo(socket);
  }

  private Optional<SocketRecord> acceptedOf(SocketRecord client) {
    ConnectAttempt own = model.attempt(client).orElse(null);
    for (SocketRecord listener : own == null ? List.<SocketRecord>of() : model.sockets()) {
      int at = arrived(listener).indexOf(own);
      if (at >= 0) {
        return accepted(listener).skip(at).findFirst();
      }
    }
    return Optional.empty();
  }

  private Optional<SocketRecord> connectedTo(SocketRecord accepted) {
    SocketRecord listener = model.socket(accepted.listener()).orElse(null);
    if (listener == null) {
      return Optional.empty();
    }
    int at = accepted(listener).map(SocketRecord::number).toList().indexOf(accepted.number());
    return arrived(listener).stream()
        .skip(at)
        .findFirst()
        .flatMap(came -> model.socket(came.socketNumber()));
  }

  private Stream<SocketRecord> accepted(SocketRecord listener) {
    return model.sockets().stream().filter(socket -> socket.listener() == listener.number());
  }

  /** The connections that were made to a listener of AF_UNIX, in their order. */
  private List<ConnectAttempt> arrived(SocketRecord listener) {
    SocketAddress name = listener.local();
    if (!listener.kind().unix() || listener.backlog() < 0 || name == null) {
      return List.of();
    }
    long end = listener.closed() == null ? Long.MAX_VALUE : listener.closed().stamp().nanos();
    return model.attempts().stream()
        .filter(attempt -> attempt.outcome() == ConnectAttempt.Outcome.ESTABLISHED)
        .filter(attempt -> attempt.target().equals(name))
        .filter(attempt -> attempt.end() >= listener.born() && attempt.begin() <= end)
        .sorted(Comparator.comparingLong(ConnectAttempt::end))
        .toList();
  }
}
