package socketscope.state;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;

/** The two addresses of one end of a connection, in one form whatever the socket's family is. */
record Pair(SocketAddress local, SocketAddress peer) {

  private static final long MAPPED = 0xffff;

  Pair {
    local = plain(local);
    peer = plain(peer);
  }

  Pair reversed() {
    return new Pair(peer, local);
  }

  /** IPv4 as it crosses, which an IPv6 socket writes ::ffff:127.0.0.1 (RFC 4291, 2.5.5.2). */
  static SocketAddress plain(SocketAddress address) {
    return address instanceof SocketAddress.Inet6 inet
            && inet.high() == 0
            && inet.low() >>> 32 == MAPPED
        ? new SocketAddress.Inet4((int) inet.low(), inet.port())
        : address;
  }

  static @Nullable SocketAddress plainOrNull(@Nullable SocketAddress address) {
    return address == null ? null : plain(address);
  }

  /** Whether a socket with that address of its own takes what is sent there. */
  static boolean takes(@Nullable SocketAddress bound, SocketAddress sentTo) {
    return bound != null
        && (bound.equals(sentTo) || wildcard(bound) && port(bound) == port(sentTo));
  }

  /** Whether it stands for any address of the machine. */
  static boolean wildcard(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 inet -> inet.address() == 0;
      case SocketAddress.Inet6 inet -> inet.high() == 0 && inet.low() == 0;
      case SocketAddress.Unix _, SocketAddress.Other _ -> false;
    };
  }

  static int port(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 inet -> inet.port();
      case SocketAddress.Inet6 inet -> inet.port();
      case SocketAddress.Unix _, SocketAddress.Other _ -> 0;
    };
  }
}
