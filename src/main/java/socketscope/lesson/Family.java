package socketscope.lesson;

/** The version of IP that a lesson is played over. */
public enum Family {
  IPV4("AF_INET", "127.0.0.1"),
  IPV6("AF_INET6", "::1");

  private final String domain;
  private final String loopback;

  Family(String domain, String loopback) {
    this.domain = domain;
    this.loopback = loopback;
  }

  /** What socket() is given for it: {@code AF_INET} or {@code AF_INET6}. */
  public String domain() {
    return domain;
  }

  /** This machine's own address in it, without a port. */
  public String loopback() {
    return loopback;
  }
}
