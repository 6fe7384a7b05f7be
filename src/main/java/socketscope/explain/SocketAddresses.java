package socketscope.explain;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;

/** What the addresses of sockets say about each other. */
final class SocketAddresses {

  private SocketAddresses() {}

  /** The port; -1 where there is none. */
  static int port(@Nullable SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 inet4 -> inet4.port();
      case SocketAddress.Inet6 inet6 -> inet6.port();
      case SocketAddress.Unix _, SocketAddress.Other _ -> -1;
      case null -> -1;
    };
  }

  /** Whether it is an address at all: the kernel says port 0 of a socket that has none yet. */
  static boolean bound(@Nullable SocketAddress address) {
    return address != null
        && port(address) != 0
        && !(address instanceof SocketAddress.Unix unix && unix.unnamed());
  }
}
