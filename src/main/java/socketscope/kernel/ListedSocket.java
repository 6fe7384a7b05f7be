package socketscope.kernel;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.event.TcpState;

/**
 * A socket of TCP or UDP, as the kernel lists it, whoever's it is.
 *
 * @param seen the moment at which it was so, in nanoseconds of {@link System#nanoTime}
 * @param local its own address; one that stands for any where it is bound to any
 * @param peer the address at the other end, with the port 0 where there is none
 * @param state its TCP state; null for UDP
 * @param receiveQueue bytes that wait to be read
 * @param sendQueue bytes not yet acknowledged, or not yet sent
 * @param inode 0 where nobody holds a descriptor of it
 */
public record ListedSocket(
    long seen,
    SocketAddress local,
    SocketAddress peer,
    @Nullable TcpState state,
    long receiveQueue,
    long sendQueue,
    long inode) {

  /** Whether it is a socket of TCP, rather than UDP. */
  public boolean stream() {
    return state != null;
  }
}
