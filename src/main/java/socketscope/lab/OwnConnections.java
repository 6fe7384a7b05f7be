package socketscope.lab;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import socketscope.event.Event;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;
import socketscope.kernel.ConnectionList;
import socketscope.kernel.KernelConnection;
import socketscope.socket.ConnectAttempt;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;

/**
 * Which of the machine's connections are the experiment's: those between two addresses that one of
 * its sockets had or was to have by a connect(), in either direction, and those that wait for its
 * listeners. A fold of the experiment's events.
 *
 * <p>A port alone says nothing: an earlier experiment may have left a TIME_WAIT on it, and other
 * programs may speak from it. Two addresses are no longer the experiment's once their sockets are
 * closed and the kernel has forgotten them, since others may get them then.
 */
final class OwnConnections {

  /** Two addresses between which a connection is; IPv4 addresses mapped into IPv6 as IPv4. */
  private record Pair(SocketAddress local, SocketAddress peer) {

    static Pair of(SocketAddress local, SocketAddress peer) {
      return new Pair(local.unmapped(), peer.unmapped());
    }

    Pair reversed() {
      return new Pair(peer, local);
    }
  }

  /** The states of a connection that waits for accept(). */
  private static final Set<TcpState> WAITING =
      Set.of(TcpState.SYN_RECV, TcpState.ESTABLISHED, TcpState.CLOSE_WAIT);

  /** Also one that failed: a socket that was shut down before ends the connection at once. */
  private static final Set<ConnectAttempt.Outcome> MAYBE_CONNECTED =
      Set.of(
          ConnectAttempt.Outcome.IN_PROGRESS,
          ConnectAttempt.Outcome.INTERRUPTED,
          ConnectAttempt.Outcome.ESTABLISHED,
          ConnectAttempt.Outcome.FAILED,
          ConnectAttempt.Outcome.ABANDONED);

  private final SocketModel model = new SocketModel();
  private final Map<SocketId, SocketAddress> listeners = new HashMap<>();
  private final Map<SocketId, Pair> connected = new HashMap<>();
  private final Set<Pair> left = new HashSet<>();

  synchronized void learn(Event event) {
    MadeCall call = model.add(event);
    if (call != null) {
      model.attempt(call.attempt()).ifPresent(this::attempted);
    }
    model.closedNow().forEach(socket -> gone(socket.id()));
    if (event instanceof SocketObserved observed) {
      observed(observed);
    }
  }

  /** It may be over before the kernel is asked about its socket. */
  private void attempted(ConnectAttempt attempt) {
    if (attempt.local() != null && MAYBE_CONNECTED.contains(attempt.outcome())) {
      between(attempt.socket(), Pair.of(attempt.local(), attempt.target()));
    }
  }

  /** A socket that is used again leaves the addresses that it had. */
  private void between(SocketId socket, Pair pair) {
    Pair before = connected.put(socket, pair);
    if (before != null && !before.equals(pair)) {
      left.add(before);
    }
  }

  private void observed(SocketObserved observed) {
    SocketAddress local = observed.local();
    SocketAddress peer = observed.peer();
    if (observed.state() == null || local == null) {
      return;
    }
    if (observed.state() == TcpState.LISTEN) {
      listeners.put(observed.socket(), local);
    } else {
      listeners.remove(observed.socket());
      if (peer != null) {
        between(observed.socket(), Pair.of(local, peer));
      }
    }
  }

  private void gone(SocketId socket) {
    listeners.remove(socket);
    Pair pair = connected.remove(socket);
    if (pair != null) {
      left.add(pair);
    }
  }

  /** Whether there is any connection to look for. */
  synchronized boolean any() {
    return !listeners.isEmpty() || !connected.isEmpty() || !left.isEmpty();
  }

  /** Those of the experiment without a descriptor. */
  synchronized List<KernelConnection> kept(ConnectionList all) {
    List<KernelConnection> kept =
        all.connections().stream()
            .filter(KernelConnection::withoutDescriptor)
            .filter(this::own)
            .toList();
    forget(all);
    return kept;
  }

  private boolean own(KernelConnection connection) {
    Pair pair = Pair.of(connection.local(), connection.peer());
    boolean known = between(pair) || between(pair.reversed());
    return known || WAITING.contains(connection.state()) && awaited(pair.local());
  }

  private boolean between(Pair pair) {
    return left.contains(pair) || connected.containsValue(pair);
  }

  private boolean awaited(SocketAddress local) {
    return listeners.values().stream().anyMatch(listener -> listener.covers(local));
  }

  private void forget(ConnectionList all) {
    Set<Pair> listed =
        all.connections().stream()
            .map(connection -> Pair.of(connection.local(), connection.peer()))
            .collect(Collectors.toSet());
    left.removeIf(pair -> !listed.contains(pair) && !listed.contains(pair.reversed()));
  }
}
