package socketscope.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import socketscope.event.Bytes;
import socketscope.event.Result;
import socketscope.syscall.Constants;
import socketscope.syscall.DiagnosisLayout;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.SystemTables;

/**
 * Asks the kernel for all sockets of a protocol through a netlink socket of sock_diag(7), which
 * needs no privilege. For one thread at a time.
 */
final class Diagnosis implements AutoCloseable {

  /** The kernel fills at most 32 KiB at once. */
  private static final int ROOM = 1 << 16;

  private final SystemTables tables;
  private final SystemCalls calls;
  private final Set<String> refused = new HashSet<>();
  private int descriptor = -1;
  private long sent;

  Diagnosis(SystemTables tables, SystemCalls calls) {
    this.tables = tables;
    this.calls = calls;
  }

  /**
   * All that there are now, of both versions of IP; empty where this system does not tell.
   *
   * @param protocol IPPROTO_TCP or IPPROTO_UDP
   */
  Optional<List<DiagnosisLayout.Listed>> list(String protocol) {
    DiagnosisLayout layout = tables.diagnosis();
    if (layout == null || refused.contains(protocol)) {
      return Optional.empty();
    }
    if (descriptor < 0) {
      Result opened =
          calls.socket(constant("AF_NETLINK"), constant("SOCK_RAW|SOCK_CLOEXEC"), layout.netlink());
      descriptor = (int) opened.value();
    }
    List<DiagnosisLayout.Listed> sockets = new ArrayList<>();
    for (String domain : List.of("AF_INET", "AF_INET6")) {
      if (descriptor < 0 || !addAll(layout, domain, protocol, sockets)) {
        close();
        refused.add(protocol);
        return Optional.empty();
      }
    }
    return Optional.of(sockets);
  }

  /** False where the kernel does not tell. */
  private boolean addAll(
      DiagnosisLayout layout,
      String domain,
      String protocol,
      List<DiagnosisLayout.Listed> sockets) {
    byte[] question = layout.ask(constant(domain), constant(protocol));
    if (calls.send(descriptor, Bytes.copyOf(question), 0).failed()) {
      return false;
    }
    // The kernel looks while it takes the question, unless the answer is too long for one go.
    sent = calls.left();
    while (true) {
      Bytes datagram = calls.recv(descriptor, ROOM, 0).data();
      if (datagram == null) {
        return false;
      }
      DiagnosisLayout.Page page = layout.read(datagram.toArray(), tables.addresses());
      sockets.addAll(page.sockets());
      if (page.last()) {
        return !page.refused();
      }
    }
  }

  /** The moment at which the last question was asked, in nanoseconds of System.nanoTime. */
  long asked() {
    return sent;
  }

  private int constant(String expression) {
    Constants constants = tables.constants();
    return constants.resolve(expression).orElseThrow();
  }

  @Override
  public void close() {
    if (descriptor >= 0) {
      calls.close(descriptor);
      descriptor = -1;
    }
  }
}
