package socketscope.address;

/** How a system writes struct sockaddr: what differs between them. */
public enum SockaddrFormat {
  /** linux/in.h, linux/in6.h, linux/un.h. */
  LINUX(false, 10),
  /** bsd/netinet/in.h, bsd/netinet6/in6.h, bsd/sys/un.h of XNU. */
  MACOS(true, 30),
  /** ws2def.h, ws2ipdef.h, afunix.h. */
  WINDOWS(false, 23);

  /** AF_UNIX, the same everywhere. */
  static final int UNIX = 1;

  /** AF_INET, the same everywhere. */
  static final int INET = 2;

  private final boolean withLength;
  private final int inet6;

  SockaddrFormat(boolean withLength, int inet6) {
    this.withLength = withLength;
    this.inet6 = inet6;
  }

  /** That of a system by its name, such as {@code Linux 6.12}; Linux's where it is unknown. */
  public static SockaddrFormat of(String system) {
    if (system.startsWith("Mac")) {
      return MACOS;
    }
    return system.startsWith("Windows") ? WINDOWS : LINUX;
  }

  /** Whether a byte with the length stands before the family, which then has one byte itself. */
  public boolean withLength() {
    return withLength;
  }

  /** The number of AF_INET6. */
  public int inet6() {
    return inet6;
  }
}
