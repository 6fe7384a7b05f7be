package socketscope.address;

/**
 * One field of a struct sockaddr.
 *
 * @param name as the header calls it: {@code sin_port}
 * @param offset its first byte
 * @param length how many bytes it has
 * @param value as people read it: {@code 5000}, {@code AF_INET (2)}
 */
public record AddressField(String name, Kind kind, int offset, int length, String value) {

  /** What a field is, and so in which order its bytes stand. */
  public enum Kind {
    /** The length of the structure; systems that come from BSD have it. */
    LENGTH,
    /** The address family, in the machine's own order. */
    FAMILY,
    /** A port, in network order. */
    PORT,
    /** An IP address, in network order. */
    ADDRESS,
    /** The flow information of IPv6, in network order. */
    FLOW,
    /** The number of a network interface, in the machine's own order. */
    SCOPE,
    /** Zeros that fill struct sockaddr_in up to the size of struct sockaddr. */
    ZERO,
    /** The path of an AF_UNIX socket, with the zero that ends it. */
    PATH,
    /** An abstract name: a zero first, and none at its end. */
    ABSTRACT,
    /** Bytes of a family that is not looked into. */
    DATA
  }

  /** The first byte after it. */
  public int end() {
    return offset + length;
  }
}
