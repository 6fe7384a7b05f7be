package socketscope.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import socketscope.event.TcpState;
import socketscope.syscall.DiagnosisLayout;
import socketscope.syscall.SystemTables;
import socketscope.syscall.local.LocalSystem;
import socketscope.syscall.local.UnsupportedSystemException;

/**
 * Asks the kernel for the TCP connections of a network, those without a descriptor included: with
 * sock_diag(7), which needs no privilege; where that is refused, with /proc/net/tcp and tcp6. For
 * one thread at a time.
 */
public final class ConnectionProbe implements AutoCloseable {

  private final NetworkFiles network;
  private final SystemTables tables;
  private final Diagnosis diagnosis;
  private final ProcConnections files;

  /**
   * A probe of a network. It opens nothing before it is first asked.
   *
   * @param network where this process is not in it, its files are read
   * @throws UnsupportedKernelException where no call can be made on this system
   */
  public ConnectionProbe(NetworkFiles network) throws UnsupportedKernelException {
    this(network, localSystem());
  }

  private ConnectionProbe(NetworkFiles network, LocalSystem system) {
    this.network = network;
    this.tables = system.tables();
    this.diagnosis = new Diagnosis(tables, system.newCalls());
    this.files = new ProcConnections(network, tables.tcpInfo());
  }

  static LocalSystem localSystem() throws UnsupportedKernelException {
    try {
      return new LocalSystem();
    } catch (UnsupportedSystemException e) {
      throw new UnsupportedKernelException(e);
    }
  }

  /** All that there are now; empty where this system does not tell. */
  public Optional<ConnectionList> list() {
    Optional<List<Diagnosis.Answer>> told =
        network.own() ? diagnosis.list("IPPROTO_TCP") : Optional.empty();
    return told.isPresent()
        ? Optional.of(new ConnectionList(told.get().getLast().asked(), connections(told.get())))
        : files.list();
  }

  private List<KernelConnection> connections(List<Diagnosis.Answer> answers) {
    return answers.stream()
        .flatMap(answer ->
            answer.sockets().stream().flatMap(listed -> connection(answer.asked(), listed)))
        .toList();
  }

  private Stream<KernelConnection> connection(long asked, DiagnosisLayout.Listed listed) {
    TcpState state = tables.tcpInfo().state(listed.state());
    if (state == null || state == TcpState.LISTEN || state == TcpState.CLOSED) {
      return Stream.of();
    }
    return Stream.of(
        KernelConnection.of(
            asked,
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

  @Override
  public void close() {
    diagnosis.close();
  }
}
