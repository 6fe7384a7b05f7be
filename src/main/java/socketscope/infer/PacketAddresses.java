package socketscope.infer;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;

/** Addresses in the one form in which packets bear them. */
final class PacketAddresses {

  private static final int LOOPBACK = 0x7f000001;
  private static final long MAPPED = 0xffff;

  private PacketAddresses() {}

  /**
   * IPv4 in the guise of IPv6 (RFC 4291, section 2.5.5.2) travels as IPv4; and whoever calls at the
   * unspecified address reaches this machine (ip(7)).
   */
  static SocketAddress plain(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4(int host, int port) when host == 0 ->
          new SocketAddress.Inet4(LOOPBACK, port);
      case SocketAddress.Inet6(long high, long low, int port) when high == 0 && low == 0 ->
          new SocketAddress.Inet6(0, 1, port);
      case SocketAddress.Inet6(long high, long low, int port)
          when high == 0 && low >>> 32 == MAPPED ->
          plain(new SocketAddress.Inet4((int) low, port));
      case SocketAddress.Inet4 _,
          SocketAddress.Inet6 _,
          SocketAddress.Unix _,
          SocketAddress.Other _ ->
          address;
    };
  }

  static @Nullable SocketAddress plainOrNull(@Nullable SocketAddress address) {
    return address == null || address.port() == 0 ? null : plain(address);
  }

  /**
   * As {@link #plainOrNull}, for a packet whose other end is known: it is of that end's version of
   * IP. A socket of IPv6 with the unspecified address has one of either version (ipv6(7)); null
   * where it is not known which.
   *
   * @param other in its plain form
   */
  static @Nullable SocketAddress plainBeside(
      @Nullable SocketAddress address, @Nullable SocketAddress other) {
    SocketAddress plain = plainOrNull(address);
    if (plain == null || other == null || plain.getClass() == other.getClass()) {
      return plain;
    }
    boolean either = address.wildcard() && other instanceof SocketAddress.Inet4;
    return either ? new SocketAddress.Inet4(LOOPBACK, address.port()) : null;
  }

  static boolean internet(@Nullable SocketAddress address) {
    return address instanceof SocketAddress.Inet4 || address instanceof SocketAddress.Inet6;
  }
}
