package socketscope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import socketscope.event.Errno;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.local.LocalSystem;
import socketscope.syscall.local.UnsupportedSystemException;

/** Finds out what this machine lets this process do, by trying it. */
public final class Capabilities {

  private Capabilities() {}

  /**
   * Tries everything.
   *
   * @throws UnsupportedKernelException where no call can be made on this system
   */
  public static List<Capability> find() throws UnsupportedKernelException {
    try {
      LocalSystem system = new LocalSystem();
      try (SystemCalls calls = system.newCalls()) {
        List<Capability> found = new ArrayList<>();
        for (Capability.Kind kind : Capability.Kind.values()) {
          found.add(attempt(system, calls, kind));
        }
        return found;
      }
    } catch (UnsupportedSystemException e) {
      throw new UnsupportedKernelException(e);
    }
  }

  private static Capability attempt(LocalSystem system, SystemCalls calls, Capability.Kind kind) {
    OptionalInt domain = system.tables().constants().asInt(kind.domain());
    OptionalInt type = system.tables().constants().asInt(kind.type());
    int icmp = system.tables().constants().asInt("IPPROTO_ICMP").orElse(1);
    if (domain.isEmpty() || type.isEmpty()) {
      return new Capability(kind, new Errno(0, "EAFNOSUPPORT"));
    }
    int protocol = kind == Capability.Kind.RAW_IP ? icmp : 0;
    Result opened = calls.socket(domain.getAsInt(), type.getAsInt(), protocol);
    if (opened.failed()) {
      return new Capability(kind, opened.errno());
    }
    int descriptor = (int) opened.value();
    Result bound = bindToLoopback(calls, kind, descriptor);
    calls.close(descriptor);
    return new Capability(kind, bound.errno());
  }

  /** IPv6 may be there without the loopback address, as in some containers. */
  private static Result bindToLoopback(SystemCalls calls, Capability.Kind kind, int descriptor) {
    return switch (kind) {
      case IPV4_STREAM, IPV4_DATAGRAM ->
          calls.bind(descriptor, new SocketAddress.Inet4(127 << 24 | 1, 0));
      case IPV6_STREAM, IPV6_DATAGRAM -> calls.bind(descriptor, new SocketAddress.Inet6(0, 1, 0));
      case UNIX_STREAM, RAW_IP, PACKETS -> Result.of(0);
    };
  }
}
