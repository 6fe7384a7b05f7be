package socketscope.kernel;

import socketscope.event.ConnectionObserved.Timer;
import socketscope.event.SocketAddress;
import socketscope.event.TcpState;

/**
 * A TCP socket with a peer, as the kernel lists it, whoever's it is. The other fields are those of
 * {@link socketscope.event.ConnectionObserved}.
 *
 * @param seen the moment at which it was so, in nanoseconds of {@link System#nanoTime}
 * @param inode 0 where nobody holds a descriptor of it
 */
public record KernelConnection(
    long seen,
    SocketAddress local,
    SocketAddress peer,
    TcpState state,
    Timer timer,
    long timerMillis,
    int retransmissions,
    long receiveQueue,
    long sendQueue,
    long inode) {

  private static final long UNKNOWN = -1;

  /** With the kernel's numbers. Without a timer it does not matter how long it runs. */
  static KernelConnection of(
      long seen,
      SocketAddress local,
      SocketAddress peer,
      TcpState state,
      int timer,
      long timerMillis,
      int retransmissions,
      long receiveQueue,
      long sendQueue,
      long inode) {
    Timer[] timers = Timer.values();
    Timer known = timer < timers.length ? timers[timer] : Timer.NONE;
    return new KernelConnection(
        seen,
        local,
        peer,
        state,
        known,
        known == Timer.NONE ? UNKNOWN : timerMillis,
        retransmissions,
        // The kernel counts the peer's FIN, which nobody can read; SIOCINQ does not.
        state == TcpState.CLOSE_WAIT ? Math.max(0, receiveQueue - 1) : receiveQueue,
        sendQueue,
        inode);
  }

  /** Whether no program holds a descriptor of it: it waits for accept(), or it was closed. */
  public boolean withoutDescriptor() {
    return inode == 0;
  }
}
