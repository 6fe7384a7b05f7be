package socketscope.socket;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import socketscope.event.ConnectionObserved;
import socketscope.event.SocketAddress;
import socketscope.fold.PersistentMap;

/** The connections that the kernel lists and no program holds. It never changes. */
final class KeptConnections {

  /** The kernel lists none. */
  static final KeptConnections NONE = new KeptConnections(PersistentMap.empty(), 0);

  /** What the two ends of a connection are called. */
  private record Ends(SocketAddress local, SocketAddress peer) {
    static Ends of(SocketAddress local, SocketAddress peer) {
      return new Ends(local.unmapped(), peer.unmapped());
    }
  }

  /** A connection, and as which one it was first listed. */
  private record Listed(long order, ConnectionObserved seen) {}

  private final PersistentMap<Ends, Listed> byEnds;
  private final long count;

  private KeptConnections(PersistentMap<Ends, Listed> byEnds, long count) {
    this.byEnds = byEnds;
    this.count = count;
  }

  /** With what the kernel says of one now. */
  KeptConnections with(ConnectionObserved seen) {
    Ends ends = Ends.of(seen.local(), seen.peer());
    Listed before = byEnds.get(ends);
    long order = before == null ? count : before.order;
    return new KeptConnections(
        byEnds.with(ends, new Listed(order, seen)), before == null ? count + 1 : count);
  }

  /** Without the one between those ends. */
  KeptConnections without(SocketAddress local, SocketAddress peer) {
    return new KeptConnections(byEnds.without(Ends.of(local, peer)), count);
  }

  /**
   * Without the one of that peer: accept() has given it out, though the kernel was not asked since.
   */
  KeptConnections accepted(SocketAddress peer) {
    KeptConnections left = this;
    for (ConnectionObserved waiting : all()) {
      boolean same = waiting.peer().unmapped().equals(peer.unmapped());
      if (same && SocketModel.awaitsAccept(waiting.state())) {
        left = left.without(waiting.local(), waiting.peer());
      }
    }
    return left;
  }

  /** All of them, in the order in which the kernel first listed them. */
  List<ConnectionObserved> all() {
    return byEnds.values().stream()
        .sorted(Comparator.comparingLong(Listed::order))
        .map(Listed::seen)
        .toList();
  }

  /** The one between those ends; empty where the kernel does not list it, or no more. */
  Optional<ConnectionObserved> of(SocketAddress local, SocketAddress peer) {
    return Optional.ofNullable(byEnds.get(Ends.of(local, peer))).map(Listed::seen);
  }
}
