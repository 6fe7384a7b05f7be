package socketscope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.event.Result;
import socketscope.event.TcpState;
import socketscope.syscall.Constants;
import socketscope.syscall.DiagnosisLayout;
import socketscope.syscall.LocalSystem;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.SystemTables;
import socketscope.syscall.UnsupportedSystemException;

/**
 * Asks the kernel for the TCP connections of this machine, those without a descriptor included:
 * with sock_diag(7), which needs no privilege; where that is refused, with /proc/net/tcp and tcp6.
 * For one thread at a time.
 */
public final class ConnectionProbe implements AutoCloseable {

  /** The kernel fills at most 32 KiB at once. */
  private static final int ROOM = 1 << 16;

  private final SystemTables tables;
  private final SystemCalls calls;
  private final ProcConnections files;
  private final @Nullable DiagnosisLayout layout;
  private int descriptor = -1;
  private boolean refused;
  private long sent;

  private ConnectionProbe(SystemTables tables, SystemCalls calls) {
    this.tables = tables;
    this.calls = calls;
    this.layout = tables.diagnosis();
    this.files = new ProcConnections(tables.tcpInfo());
  }

  /**
   * A probe of this machine. It opens nothing before it is first asked.
   *
   * @throws UnsupportedKernelException where no call can be made on this system
   */
  public ConnectionProbe() throws UnsupportedKernelException {
    this(localSystem());
  }

  private ConnectionProbe(LocalSystem system) {
    this(system.tables(), system.newCalls());
  }

  private static LocalSystem localSystem() throws UnsupportedKernelException {
    try {
      return new LocalSystem();
    } catch (UnsupportedSystemException e) {
      throw new UnsupportedKernelException(e);
    }
  }

  /** All that there are now; empty where this system does not tell. */
  public Optional<ConnectionList> list() {
    DiagnosisLayout asked = layout;
    if (asked != null && !refused) {
      Optional<ConnectionList> told = diagnosed(asked);
      refused = told.isEmpty();
      if (!refused) {
        return told;
      }
    }
    return files.list();
  }

  private Optional<ConnectionList> diagnosed(DiagnosisLayout asked) {
    if (descriptor < 0) {
      Result opened =
          calls.socket(constant("AF_NETLINK"), constant("SOCK_RAW|SOCK_CLOEXEC"), asked.netlink());
      descriptor = (int) opened.value();
    }
    List<KernelConnection> connections = new ArrayList<>();
    for (String domain : List.of("AF_INET", "AF_INET6")) {
      if (descriptor < 0 || !addAll(asked, domain, connections)) {
        close();
        return Optional.empty();
      }
    }
    return Optional.of(new ConnectionList(sent, connections));
  }

  /** False where the kernel does not tell. */
  private boolean addAll(DiagnosisLayout asked, String domain, List<KernelConnection> found) {
    byte[] question = asked.ask(constant(domain), constant("IPPROTO_TCP"));
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
      DiagnosisLayout.Page page = asked.read(datagram.toArray(), tables.addresses());
      page.sockets().forEach(listed -> add(found, listed));
      if (page.last()) {
        return !page.refused();
      }
    }
  }

  private void add(List<KernelConnection> found, DiagnosisLayout.Listed listed) {
    TcpState state = tables.tcpInfo().state(listed.state());
    if (state == null || state == TcpState.LISTEN || state == TcpState.CLOSED) {
      return;
    }
    found.add(
        KernelConnection.of(
            sent,
            listed.local(),
            listed.peer(),
            state,
            listed.timer(),
            listed.timerMillis(),
            listed.retransmissions(),
            listed.receiveQueue(),
            listed.sendQueue(),
            listed.inode()));
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
