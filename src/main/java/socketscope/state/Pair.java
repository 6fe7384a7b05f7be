package socketscope.state;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;

/**
 * The two addresses of one end of a connection, in one form whatever the socket's family is: IPv4
 * as it crosses, which an IPv6 socket writes ::ffff:127.0.0.1 (RFC 4291, 2.5.5.2).
 */
record Pair(SocketAddress local, SocketAddress peer) {

  Pair {
    local = local.unmapped();
    peer = peer.unmapped();
  }

  Pair reversed() {
    return new Pair(peer, local);
  }

  static @Nullable SocketAddress plainOrNull(@Nullable SocketAddress address) {
    return address == null ? null : address.unmapped();
  }

  /** Whether a socket with that address of its own takes what is sent there. */
  static boolean takes(@Nullable SocketAddress bound, SocketAddress sentTo) {
    return bound != null && bound.covers(sentTo);
  }
}
