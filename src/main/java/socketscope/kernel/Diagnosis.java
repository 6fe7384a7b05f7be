package socketscope.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import socketscope.event.Bytes;
import socketscope.event.Result;
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

  Diagnosis(SystemTables tables, SystemCalls calls) {
    this.tables = tables;
    this.calls = calls;
  }

  /**
   * The sockets of one version of IP.
   *
   * @param asked the moment at which the kernel was asked, in nanoseconds of System.nanoTime
   */
  record Answer(long asked, List<DiagnosisLayout.Listed> sockets) {}

  /**
   * All that there are now, of each version of IP; empty where this system does not tell.
   *
   * @param protocol IPPROTO_TCP or IPPROTO_UDP
   */
  Optional<List<Answer>> list(String protocol) {
    DiagnosisLayout layout = tables.diagnosis();
    if (layout == null || refused.contains(protocol)) {
      return Optional.empty();
    }
    if (descriptor < 0) {
      Result opened =
          calls.socket(constant("AF_NETLINK"), constant("SOCK_RAW|SOCK_CLOEXEC"), layout.netlink());
      descriptor = (int) opened.value();
    }
    List<Answer> answers = new ArrayList<>();
    for (String domain : List.of("AF_INET", "AF_INET6")) {
      if (descriptor < 0 || !addAll(layout, domain, protocol, answers)) {
        close();
        refused.add(protocol);
        return Optional.empty();
      }
    }
    return Optional.of(answers);
  }

  /** False where the kernel does not tell. */
  private boolean addAll(
      DiagnosisLayout layout, String domain, String protocol, List<Answer> answers) {
    byte[] question = layout.ask(constant(domain), constant(protocol));
    if (calls.send(descriptor, Bytes.copyOf(question), 0).failed()) {
      return false;
    }
    // The kernel looks while it takes the question, unless the answer is too long for one go.
    long asked = calls.left();
    List<DiagnosisLayout.Listed> sockets = new ArrayList<>();
    while (true) {
      Bytes datagram = calls.recv(descriptor, ROOM, 0).data();
      if (datagram == null) {
        return false;
      }
      DiagnosisLayout.Page page = layout.read(datagram.toArray(), tables.addresses());
      sockets.addAll(page.sockets());
      if (page.last()) {
        answers.add(new Answer(asked, List.copyOf(sockets)));
        return !page.refused();
      }
    }
  }

  private int constant(String expression) {
    return (int) tables.constants().resolve(expression).orElseThrow();
  }

  @Override
  public void close() {
    if (descriptor >= 0) {
      calls.close(descriptor);
      descriptor = -1;
    }
  }
}
