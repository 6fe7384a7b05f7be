package socketscope.packet;

import socketscope.event.SocketAddress;

/** An address without a port, written as people write it. */
public sealed interface IpAddress {

  /** Together with a port. */
  SocketAddress at(int port);

  /** Of IPv4, RFC 791: its four bytes, the first one highest. */
  record V4(int address) implements IpAddress {
    @Override
    public SocketAddress.Inet4 at(int port) {
      return new SocketAddress.Inet4(address, port);
    }

    @Override
    public String toString() {
      return at(0).host();
    }
  }

  /** Of IPv6, RFC 4291: its first and its last eight bytes. */
  record V6(long high, long low) implements IpAddress {
    @Override
    public SocketAddress.Inet6 at(int port) {
      return new SocketAddress.Inet6(high, low, port);
    }

    @Override
    public String toString() {
      return at(0).host();
    }
  }
}
