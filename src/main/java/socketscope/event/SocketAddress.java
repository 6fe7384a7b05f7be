package socketscope.event;

import socketscope.constant.Constants;

/** The address of a socket, as its family writes it. {@link #parse} reads what toString writes. */
public sealed interface SocketAddress {

  /** Whether nothing outside this machine can be reached by it or reach it. */
  boolean loopback();

  /** Whether it stands for every address of this machine: {@code 0.0.0.0}, {@code [::]}. */
  default boolean wildcard() {
    return switch (unmapped()) {
      case Inet4 inet -> inet.address() == 0;
      case Inet6 inet -> inet.high() == 0 && inet.low() == 0;
      case Unix _, Other _ -> false;
    };
  }

  /** Its port; 0 for an address that has none, and for a socket that has none yet. */
  default int port() {
    return 0;
  }

  /** Whether it names anything: the kernel tells port 0, or no path, of a socket without a name. */
  default boolean named() {
    return switch (this) {
      case Inet4 _, Inet6 _ -> port() != 0;
      case Unix unix -> !unix.unnamed();
      case Other _ -> !unspecified();
    };
  }

  /** Whether it is AF_UNSPEC, by which connect() dissolves a connection. */
  default boolean unspecified() {
    return this instanceof Other other && other.family() == 0;
  }

  /**
   * Whether it is of a network that belongs to nobody, for examples in documents: {@code
   * 192.0.2.0/24}, {@code 198.51.100.0/24}, {@code 203.0.113.0/24} (RFC 5737), {@code
   * 2001:db8::/32} (RFC 3849).
   */
  default boolean documentation() {
    return switch (unmapped()) {
      case Inet4 inet -> {
        int network = inet.address() >>> 8;
        yield network == 0xc00002 || network == 0xc63364 || network == 0xcb0071;
      }
      case Inet6 inet -> inet.high() >>> 32 == 0x20010db8L;
      case Unix _, Other _ -> false;
    };
  }

  /**
   * The IPv4 address that an IPv6 one stands for (RFC 4291, section 2.5.5.2), as sockets of
   * AF_INET6 know their IPv4 peers; any other address itself.
   */
  default SocketAddress unmapped() {
    return this instanceof Inet6(long high, long low, int port) && high == 0 && low >>> 32 == 0xffff
        ? new Inet4((int) low, port)
        : this;
  }

  /**
   * The address that the bytes of this one are, where a call was given them one by one; any other
   * address itself, and also bytes that are none.
   */
  default SocketAddress decoded() {
    return decoded(Constants.local());
  }

  /**
   * The same of another system's address.
   *
   * @param constants those of the system on which the call was made
   */
  default SocketAddress decoded(Constants constants) {
    return this instanceof Other other ? new AddressBytes(constants).decoded(other) : this;
  }

  /**
   * Whether a socket that is bound to this address takes what is sent to another: it is the same,
   * or this one is any address ({@code 0.0.0.0}, {@code [::]}) with that port.
   */
  default boolean covers(SocketAddress other) {
    return unmapped().equals(other.unmapped())
        || switch (this) {
          case Inet4 inet -> inet.address() == 0 && inet.port() == other.port();
          case Inet6 inet -> inet.high() == 0 && inet.low() == 0 && inet.port() == other.port();
          case Unix _, Other _ -> false;
        };
  }

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

  /**
   * A name of AF_UNIX (unix(7), struct sockaddr_un): {@code unix:chat}, the path of a file, or
   * {@code unix:@chat}, an abstract name, which is in no folder; Linux has those. The empty path is
   * that of a socket without a name.
   *
   * @param abstractName whether it is one
   * @param name the bytes of the path or of the name, without the null bytes around it
   */
  record Unix(boolean abstractName, Bytes name) implements SocketAddress {

    /** Whether it is no name at all, as of the sockets of socketpair(). */
    public boolean unnamed() {
      return !abstractName && name.length() == 0;
    }

    /** Nothing outside this machine can be reached by it, whatever it is. */
    @Override
    public boolean loopback() {
      return true;
    }

    @Override
    public String toString() {
      return AddressText.unix(this);
    }
  }

  /**
   * An address of a family that has no notation here, byte for byte: {@code family 47 "..."}. One
   * that is nothing but the family 0 is written {@code AF_UNSPEC}; it dissolves a connect().
   */
  record Other(int family, Bytes bytes) implements SocketAddress {
    @Override
    public boolean loopback() {
      return false;
    }

    @Override
    public String toString() {
      return family == 0 && bytes.length() == 0 ? "AF_UNSPEC" : "family " + family + " " + bytes;
    }
  }

  private static void requirePort(int port) {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port);
    }
  }

  /**
   * Reads {@code 127.0.0.1:5000}, {@code [::1]:5000}, {@code unix:chat}, {@code unix:@chat}, {@code
   * AF_UNSPEC} or {@code family 47 "..."}. No name is looked up.
   *
   * @throws NotationException where it is none of them
   */
  static SocketAddress parse(String text) throws NotationException {
    return AddressText.parse(text);
  }
}
