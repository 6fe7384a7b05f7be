package socketscope.status;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.TcpState;

/**
 * How a socket stands, as far as its program's calls and the kernel have told.
 *
 * @param descriptor the number that it has, or had until it was closed
 * @param type SOCK_STREAM, SOCK_DGRAM ...; what socket() was given until the kernel has spoken
 * @param accepted whether it came from accept()
 * @param closed whether its descriptor was closed, by close() or by the end of its program
 * @param state its TCP state; null where it has none or none was seen
 * @param local its own address; null before it has one
 * @param peer the address at the other end; null without one
 * @param receiveQueue bytes that wait to be read; -1 where not known
 * @param sendQueue bytes not yet acknowledged; -1 where not known
 * @param accepting for a listener, the connections that wait for accept(); else -1
 * @param backlog for a listener, its backlog; else -1
 */
public record SocketStatus(
    SocketId id,
    int descriptor,
    String type,
    boolean accepted,
    boolean closed,
    @Nullable TcpState state,
    @Nullable SocketAddress local,
    @Nullable SocketAddress peer,
    long receiveQueue,
    long sendQueue,
    long accepting,
    long backlog) {

  /** A socket of which nothing more is known. */
  static SocketStatus created(SocketId id, int descriptor, String type, boolean accepted) {
    return new SocketStatus(
        id, descriptor, type, accepted, false, null, null, null, -1, -1, -1, -1);
  }

  /** The same socket with its descriptor closed: what the kernel said of it holds no more. */
  SocketStatus asClosed() {
    return new SocketStatus(
        id, descriptor, type, accepted, true, null, local, peer, -1, -1, -1, -1);
  }

  /** Whether it waits for connections. */
  public boolean listening() {
    return state == TcpState.LISTEN;
  }

  /** Whether it carries datagrams. */
  public boolean datagram() {
    return type.startsWith("SOCK_DGRAM");
  }

  /** What can be said of it in a word. */
  public Condition condition() {
    if (closed) {
      return Condition.CLOSED;
    }
    if (state != null && state != TcpState.CLOSED) {
      return Condition.TCP;
    }
    if (peer != null) {
      return Condition.CONNECTED;
    }
    return local == null ? Condition.UNBOUND : Condition.BOUND;
  }

  /** What can be said of a socket in a word. */
  public enum Condition {
    /** Its descriptor is closed. */
    CLOSED,
    /** It has a TCP state that says it. */
    TCP,
    /** It has a peer, and no TCP state. */
    CONNECTED,
    /** It has an address of its own, and no peer. */
    BOUND,
    /** It has neither. */
    UNBOUND
  }
}
