package socketscope.capture;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;

/**
 * One end of a flow.
 *
 * @param high the first eight bytes of its IPv6 address; for IPv4, of the address mapped into IPv6
 *     (RFC 4291, section 2.5.5.2), as sockets of AF_INET6 know it
 * @param low the last eight bytes
 */
record Endpoint(Transport transport, long high, long low, int port) {

  private static final long MAPPED = 0xffffL << 32;

  static Endpoint inet4(Transport transport, int address, int port) {
    return new Endpoint(transport, 0, MAPPED | Integer.toUnsignedLong(address), port);
  }

  /** The endpoint of a socket address; null where it has no port. */
  static @Nullable Endpoint of(Transport transport, SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 inet -> inet4(transport, inet.address(), inet.port());
      case SocketAddress.Inet6 inet ->
          new Endpoint(transport, inet.high(), inet.low(), inet.port());
      case SocketAddress.Unix _, SocketAddress.Other _ -> null;
    };
  }

  /** Whether a socket bound here takes part in what another endpoint does: bound to any address. */
  boolean covers(Endpoint other) {
    boolean any = high == 0 && (low == 0 || low == MAPPED);
    return transport == other.transport
        && port == other.port
        && (any || high == other.high && low == other.low);
  }

  /** Two endpoints that speak with each other, in either direction. */
  record EndpointPair(Endpoint one, Endpoint other) {

    /** The same flow whichever of the two speaks. */
    static EndpointPair between(Endpoint source, Endpoint destination) {
      boolean inOrder =
          source.port() != destination.port()
              ? source.port() < destination.port()
              : Long.compareUnsigned(source.low(), destination.low()) <= 0;
      return inOrder
          ? new EndpointPair(source, destination)
          : new EndpointPair(destination, source);
    }
  }
}
