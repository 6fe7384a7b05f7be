package socketscope.status;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.TcpState;
import socketscope.state.Kind;
import socketscope.state.SocketHistory;

/**
 * How a socket stands, as far as its program's calls and the kernel have told.
 *
 * @param descriptor the number that it has, or had until it was closed
 * @param type SOCK_STREAM, SOCK_DGRAM ...; what socket() was given until the kernel has spoken
 * @param accepted whether it came from accept()
 * @param listens whether listen() has succeeded on it, which is all that tells of a listener of
 *     AF_UNIX
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
    int descriptor,
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

  /** A socket of which nothing more is known. */
  static SocketStatus created(SocketId id, int descriptor, String type, boolean accepted) {
    return new SocketStatus(
        id,
        descriptor,
        type,
        accepted,
        false,
        false,
        null,
        null,
        null,
        Queues.UNKNOWN,
        -1,
        -1,
        List.of(),
        null);
  }

  /** The same socket with its descriptor closed: what the kernel said of it holds no more. */
  SocketStatus asClosed() {
    return new SocketStatus(
        id,
        descriptor,
        type,
        accepted,
        false,
        true,
        null,
        local,
        peer,
        Queues.UNKNOWN,
        -1,
        -1,
        List.of(),
        null);
  }

  /**
   * The same socket as its history tells.
   *
   * @param before its history until now; null where it begins
   */
  SocketStatus standing(@Nullable SocketHistory before, SocketHistory now) {
    return new SocketStatus(
        id,
        descriptor,
        type,
        accepted,
        listens,
        closed,
        !closed && now.kind() == Kind.TCP ? now.state() : state,
        told(local, before == null ? null : before.local(), now.local()),
        told(peer, before == null ? null : before.peer(), now.peer()),
        queues,
        accepting,
        backlog,
        waiting,
        kept);
  }

  /**
   * An address as the kernel spelled it, unless it is another one since then, or the kernel was
   * asked before there was one.
   */
  private static @Nullable SocketAddress told(
      @Nullable SocketAddress shown, @Nullable SocketAddress before, @Nullable SocketAddress now) {
    boolean another = !Objects.equals(before, now);
    boolean same = shown != null && shown.unmapped().equals(now);
    return shown == null || another && !same ? now : shown;
  }

  /** The same socket after listen(). */
  SocketStatus asListener() {
    return new SocketStatus(
        id,
        descriptor,
        type,
        accepted,
        true,
        closed,
        state,
        local,
        peer,
        queues,
        accepting,
        backlog,
        waiting,
        kept);
  }

  /** The same socket with what is known from elsewhere. */
  SocketStatus with(
      Queues completed, List<KeptConnection> waitingNow, @Nullable KeptConnection keptNow) {
    return new SocketStatus(
        id,
        descriptor,
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

  /** Whether it waits for connections. */
  public boolean listening() {
    return state == TcpState.LISTEN || state == null && listens;
  }

  /** Whether it carries datagrams. */
  public boolean datagram() {
    return type.startsWith("SOCK_DGRAM");
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
