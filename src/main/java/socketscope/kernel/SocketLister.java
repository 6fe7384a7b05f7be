package socketscope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.event.TcpState;
import socketscope.syscall.DiagnosisLayout;
import socketscope.syscall.SystemTables;
import socketscope.syscall.local.LocalSystem;

/**
 * Asks the kernel for the sockets of TCP and UDP of a network, listeners included: with
 * sock_diag(7), or, of the protocol for which that is refused, with the files of proc_pid_net(5).
 * For one thread at a time.
 */
public final class SocketLister implements AutoCloseable {

  private static final long NEVER = Long.MIN_VALUE;

  private final NetworkFiles network;
  private final SystemTables tables;
  private final Diagnosis diagnosis;

  /**
   * A probe of a network. It opens nothing before it is first asked.
   *
   * @param network where this process is not in it, its files are read
   * @throws UnsupportedKernelException where no call can be made on this system
   */
  public SocketLister(NetworkFiles network) throws UnsupportedKernelException {
    this.network = network;
    LocalSystem system = ConnectionProbe.localSystem();
    this.tables = system.tables();
    this.diagnosis = new Diagnosis(tables, system.newCalls());
  }

  /** All that there are now; empty where this system does not tell. */
  public Optional<SocketList> list() {
    List<ListedSocket> sockets = new ArrayList<>();
    long streams = add(sockets, "IPPROTO_TCP", true);
    long datagrams = add(sockets, "IPPROTO_UDP", false);
    return streams == NEVER && datagrams == NEVER
        ? Optional.empty()
        : Optional.of(new SocketList(Math.max(streams, datagrams), sockets));
  }

  /** Gives the moment at which the last of them was asked for. */
  private long add(List<ListedSocket> sockets, String protocol, boolean stream) {
    Optional<List<Diagnosis.Answer>> told =
        network.own() ? diagnosis.list(protocol) : Optional.empty();
    if (told.isEmpty()) {
      boolean read = new ProcSockets(network, tables.tcpInfo(), stream).addAllTo(sockets);
      return read ? System.nanoTime() : NEVER;
    }
    for (Diagnosis.Answer answer : told.get()) {
      answer.sockets().stream()
          .flatMap(listed -> socket(answer.asked(), listed, stream))
          .forEach(sockets::add);
    }
    return told.get().getLast().asked();
  }

  private Stream<ListedSocket> socket(long asked, DiagnosisLayout.Listed listed, boolean stream) {
    @Nullable TcpState state = stream ? tables.tcpInfo().state(listed.state()) : null;
    return stream && state == null
        ? Stream.of()
        : Stream.of(
            new ListedSocket(
                asked,
                listed.local(),
                listed.peer(),
                state,
                listed.receiveQueue(),
                listed.sendQueue(),
                listed.inode()));
  }

  @Override
  public void close() {
    diagnosis.close();
  }
}
