package socketscope.kernel;

import org.jspecify.annotations.Nullable;
import socketscope.event.Errno;

/**
 * Something that a machine may let this process do.
 *
 * @param refusal the kernel's answer where it does not; null where it does
 */
public record Capability(Kind kind, @Nullable Errno refusal) {

  /** What it is; each is tried by opening such a socket and closing it again. */
  public enum Kind {
    IPV4_STREAM("AF_INET", "SOCK_STREAM"),
    IPV4_DATAGRAM("AF_INET", "SOCK_DGRAM"),
    IPV6_STREAM("AF_INET6", "SOCK_STREAM"),
    IPV6_DATAGRAM("AF_INET6", "SOCK_DGRAM"),
    UNIX_STREAM("AF_UNIX", "SOCK_STREAM"),
    RAW_IP("AF_INET", "SOCK_RAW"),
    PACKETS("AF_PACKET", "SOCK_DGRAM");

    private final String domain;
    private final String type;

    Kind(String domain, String type) {
      this.domain = domain;
      this.type = type;
    }

    String domain() {
      return domain;
    }

    String type() {
      return type;
    }
  }

  /** Whether the machine lets it. */
  public boolean granted() {
    return refusal == null;
  }
}
