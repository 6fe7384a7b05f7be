package socketscope.lab;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;

/** The sockets of TCP and UDP that the experiment's programs have, and had, by their addresses. */
final class OwnSockets {

  /**
   * A socket that a program has.
   *
   * @param peer null without one
   */
  record Own(SocketId socket, boolean stream, SocketAddress local, @Nullable SocketAddress peer) {}

  private record Place(boolean stream, SocketAddress address) {}

  private final Map<SocketId, Own> open = new HashMap<>();
  private final Set<Place> former = new HashSet<>();
  private final Set<SocketAddress> listeners = new HashSet<>();

  /** What is known of the socket now; null where it has no address of the Internet. */
  @Nullable Own observed(SocketObserved seen) {
    boolean stream = seen.state() != null;
    SocketAddress local = internet(seen.local());
    if (local == null || !stream && !seen.type().startsWith("SOCK_DGRAM")) {
      return null;
    }
    Own own = new Own(seen.socket(), stream, local, internet(seen.peer()));
    Own before = open.put(seen.socket(), own);
    if (before != null && !before.local.equals(local)) {
      former.add(new Place(before.stream, before.local));
    }
    if (seen.state() == TcpState.LISTEN) {
      listeners.add(local);
    }
    return own;
  }

  /** Null where it is none, or has no port. */
  static @Nullable SocketAddress internet(@Nullable SocketAddress address) {
    boolean ported =
        switch (address) {
          case SocketAddress.Inet4 inet -> inet.port() != 0;
          case SocketAddress.Inet6 inet -> inet.port() != 0;
          case SocketAddress.Unix _, SocketAddress.Other _ -> false;
          case null -> false;
        };
    return ported && address != null ? address.unmapped() : null;
  }

  @Nullable Own of(@Nullable SocketId socket) {
    return socket == null ? null : open.get(socket);
  }

  void gone(SocketId socket) {
    Own own = open.remove(socket);
    if (own != null) {
      former.add(new Place(own.stream, own.local));
    }
  }

  /** The socket that has that address now; null where none has. */
  @Nullable Own at(boolean stream, SocketAddress address) {
    Own found = null;
    for (Own own : open.values()) {
      if (own.stream == stream && own.local.covers(address)) {
        found = found == null || own.local.equals(address) ? own : found;
      }
    }
    return found;
  }

  /** Whether a socket had that address that has it no more. */
  boolean was(boolean stream, SocketAddress address) {
    return former.contains(new Place(stream, address));
  }

  /** Whether a program listens, or listened, at that address. */
  boolean listens(SocketAddress address) {
    return listeners.stream().anyMatch(listener -> listener.covers(address));
  }
}
