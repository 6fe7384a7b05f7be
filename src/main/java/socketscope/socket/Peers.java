package socketscope.socket;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;

/**
 * The other ends of connections. Those of IP are found by their addresses. The clients of AF_UNIX
 * mostly have no name: accept() gives the connections out in the order in which they came
 * (unix(7)).
 */
final class Peers {

  private final SocketModel model;
  private final Sockets sockets;

  Peers(SocketModel model, Sockets sockets) {
    this.model = model;
    this.sockets = sockets;
  }

  /** As {@link SocketModel#peerOf} says. */
  Optional<SocketRecord> of(SocketRecord socket) {
    if (socket.partner != MadeCall.NONE) {
      return model.socket(socket.partner);
    }
    if (socket.kind().unix() && socket.kind().connects()) {
      return local(socket);
    }
    SocketAddress peer = socket.peer();
    if (peer == null) {
      return Optional.empty();
    }
    if (socket.kind().datagram()) {
      return model.holders(socket.kind(), peer).stream()
          .map(AddressHolder::socket)
          .flatMap(Stream::ofNullable)
          .filter(SocketRecord::open)
          .findFirst();
    }
    SocketAddress local = socket.local();
    if (local == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(sockets.between(socket.kind(), /* local= */ peer, /* peer= */ local))
        .filter(other -> reaches(other.local(), peer) && reaches(other.peer(), local))
        .or(() ->
            Optional.ofNullable(sockets.between(socket.kind(), null, /* peer= */ local))
                .filter(other -> reaches(other.peer(), local) && cameTo(other, peer)));
  }

  static boolean reaches(@Nullable SocketAddress one, SocketAddress other) {
    return one != null && one.unmapped().equals(other.unmapped());
  }

  /** Whether it was accepted at a listener of that address. */
  private boolean cameTo(SocketRecord accepted, SocketAddress address) {
    return model
        .socket(accepted.listener())
        .map(SocketRecord::local)
        .filter(listening -> listening.covers(address))
        .isPresent();
  }

  /** The other end of AF_UNIX, open or closed; empty while it has not been accepted. */
  private Optional<SocketRecord> local(SocketRecord socket) {
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
