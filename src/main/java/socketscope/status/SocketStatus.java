package socketscope.status;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;
import socketscope.queue.Queues;
import socketscope.socket.SocketKind;
import socketscope.socket.SocketRecord;
import socketscope.state.Kind;
import socketscope.state.SocketHistory;

/**
 * How a socket stands, as far as its program's calls and the kernel have told.
 *
 * @param number its number in the model of sockets, which no other socket has
 * @param descriptor the number that it has, or had until it was closed
 * @param kind its family, type and protocol
 * @param type the name of its type: SOCK_STREAM, SOCK_DGRAM ...
 * @param accepted whether it came from accept()
 * @param listens whether listen() has made it a listener, which is all that tells of one of AF_UNIX
 * @param closed whether its descriptor was closed, by close() or by the end of its program
 * @param state its TCP state; null where it has none, and once it is closed
 * @param local its own address; null before it has one
 * @param peer the address at the other end; null without one
 * @param queues what waits to be sent and to be read
 * @param accepting for a listener, the connections that wait for accept(); else -1
 * @param backlog for a listener, its backlog; else -1
 * @param waiting those of them that the kernel was seen to keep
 * @param kept the connection that lives on though the descriptor is closed; null where none does
 */
public record SocketStatus(
    SocketId id,
    int number,
    int descriptor,
    SocketKind kind,
    String type,
    boolean accepted,
    boolean listens,
    boolean closed,
    @Nullable TcpState state,
    @Nullable SocketAddress local,
    @Nullable SocketAddress peer,
    Queues queues,
    long accepting,
    long backlog,
    List<KeptConnection> waiting,
    @Nullable KeptConnection kept) {

  /** Keeps a copy. */
  public SocketStatus {
    waiting = List.copyOf(waiting);
  }

  /**
   * A socket as calls, the kernel and packets tell of it.
   *
   * @param history the states that it went through; null where none is known
   */
  static SocketStatus of(SocketRecord socket, @Nullable SocketHistory history) {
    SocketObserved seen = socket.open() ? socket.observed() : null;
    boolean tcp = history != null && history.kind() == Kind.TCP;
    TcpState observed = seen == null ? null : seen.state();
    return new SocketStatus(
        socket.id(),
        socket.number(),
        socket.descriptor(),
        socket.kind(),
        socket.observed() == null ? socket.kind().type().constant() : socket.observed().type(),
        socket.maker() == SocketRecord.Maker.ACCEPT,
        socket.phase() == SocketRecord.Phase.LISTENING,
        !socket.open(),
        socket.open() && tcp ? history.state() : observed,
        told(socket.local(), history == null ? null : history.local()),
        told(socket.peer(), history == null ? null : history.peer()),
        seen == null ? Queues.UNKNOWN : Queues.of(seen),
        seen == null ? -1 : seen.accepting(),
        seen == null ? -1 : seen.backlog(),
        List.of(),
        null);
  }

  /**
   * Packets tell of an address before the kernel does, but not as the socket's family spells it.
   */
  private static @Nullable SocketAddress told(
      @Nullable SocketAddress known, @Nullable SocketAddress crossed) {
    boolean same = known != null && known.unmapped().equals(crossed);
    return crossed == null || same ? known : crossed;
  }

  /** The same socket with what is known from elsewhere. */
  SocketStatus with(
      Queues completed, List<KeptConnection> waitingNow, @Nullable KeptConnection keptNow) {
    return new SocketStatus(
        id,
        number,
        descriptor,
        kind,
        type,
        accepted,
        listens,
        closed,
        state,
        local,
        peer,
        completed,
        accepting,
        backlog,
        waitingNow,
        keptNow);
  }

  /** The same socket by the descriptor that another program has of it. */
  SocketStatus at(int other) {
    return copy(other, closed, state, queues);
  }

  /** The same socket for the program that made it and has closed it, while another one has it. */
  SocketStatus withoutDescriptor() {
    return copy(descriptor, true, null, Queues.UNKNOWN);
  }

  private SocketStatus copy(
      int descriptorNow, boolean closedNow, @Nullable TcpState stateNow, Queues queuesNow) {
    return new SocketStatus(
        id,
        number,
        descriptorNow,
        kind,
        type,
        accepted,
        listens,
        closedNow,
        stateNow,
        local,
        peer,
        queuesNow,
        closedNow ? -1 : accepting,
        closedNow ? -1 : backlog,
        closedNow ? List.of() : waiting,
        kept);
  }

  /** Whether it waits for connections. */
  public boolean listening() {
    return state == TcpState.LISTEN || state == null && listens;
  }

  /** Whether it carries datagrams. */
  public boolean datagram() {
    return kind.datagram();
  }

  /** What can be said of it in a word. */
  public Condition condition() {
    if (closed) {
      return kept == null ? Condition.CLOSED : Condition.KEPT;
    }
    if (state != null && state != TcpState.CLOSED) {
      return Condition.TCP;
    }
    if (listening()) {
      return Condition.LISTENING;
    }
    if (peer != null && state == null) {
      return Condition.CONNECTED;
    }
    return local == null ? Condition.UNBOUND : Condition.BOUND;
  }

  /** What can be said of a socket in a word. */
  public enum Condition {
    /** Its descriptor is closed, and nothing of it is left. */
    CLOSED,
    /** Its descriptor is closed, and the kernel keeps its connection. */
    KEPT,
    /** It has a TCP state that says it. */
    TCP,
    /** It waits for connections, and has no TCP state. */
    LISTENING,
    /** It has a peer, and no TCP state. */
    CONNECTED,
    /** It has an address of its own, and no peer. */
    BOUND,
    /** It has neither. */
    UNBOUND
  }
}
