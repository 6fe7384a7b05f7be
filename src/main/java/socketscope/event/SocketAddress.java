package socketscope.event;

/** The address of a socket, as its family writes it. {@link #parse} reads what toString writes. */
public sealed interface SocketAddress {

  /** Whether nothing outside this machine can be reached by it or reach it. */
  boolean loopback();

  /**
   * An IPv4 address and port (ip(7), struct sockaddr_in): {@code 127.0.0.1:5000}.
   *
   * @param address its four bytes, the first one highest
   * @param port 0 to 65535
   */
  record Inet4(int address, int port) implements SocketAddress {
    public Inet4 {
      requirePort(port);
    }

    @Override
    public boolean loopback() {
      return address >>> 24 == 127;
    }

    /** The address without the port. */
    public String host() {
      return (address >>> 24)
          + "."
          + (address >>> 16 & 255)
          + "."
          + (address >>> 8 & 255)
          + "."
          + (address & 255);
    }

    @Override
    public String toString() {
      return host() + ":" + port;
    }
  }

  /**
   * An IPv6 address and port (ipv6(7), struct sockaddr_in6): {@code [::1]:5000}.
   *
   * @param high the first eight bytes
   * @param low the last eight bytes
   */
  record Inet6(long high, long low, int port) implements SocketAddress {
    public Inet6 {
      requirePort(port);
    }

    @Override
    public boolean loopback() {
      boolean mappedLoopback = high == 0 && low >>> 32 == 0xffff && (low >>> 24 & 255) == 127;
      return high == 0 && low == 1 || mappedLoopback;
    }

    /** The address without brackets and port, in the form of RFC 5952. */
    public String host() {
      return AddressText.inet6(high, low);
    }

    @Override
    public String toString() {
      return "[" + host() + "]:" + port;
    }
  }

  /** An address of a family that has no notation here, byte for byte. */
  record Other(int family, Bytes bytes) implements SocketAddress {
    @Override
    public boolean loopback() {
      return false;
    }

    @Override
    public String toString() {
      return "family " + family + " " + bytes;
    }
  }

  private static void requirePort(int port) {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port);
    }
  }

  /**
   * Reads {@code 127.0.0.1:5000} or {@code [::1]:5000}. No name is looked up.
   *
   * @throws NotationException where it is neither
   */
  static SocketAddress parse(String text) throws NotationException {
    return AddressText.parse(text);
  }
}
