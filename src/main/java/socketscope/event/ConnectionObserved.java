package socketscope.event;

/**
 * A TCP connection that no program holds a descriptor of, as the kernel lists it (sock_diag(7)):
 * one that waits for accept(), or one whose socket was closed and that lives on. Written when
 * something has changed.
 *
 * @param stamp names no program
 * @param local the address at this end
 * @param peer the address at the other end
 * @param state its TCP state; TIME_WAIT is seen only here
 * @param timer what the kernel will do when {@code timerMillis} are over
 * @param timerMillis how many milliseconds the timer still runs; -1 without one
 * @param retransmissions how often what waits for an answer was sent again
 * @param receiveQueue bytes that wait to be read
 * @param sendQueue bytes not yet acknowledged, or not yet sent
 */
public record ConnectionObserved(
    Stamp stamp,
    SocketAddress local,
    SocketAddress peer,
    TcpState state,
    Timer timer,
    long timerMillis,
    int retransmissions,
    long receiveQueue,
    long sendQueue)
    implements Observation {

  /** What a connection's timer is for, as {@code ss -o} shows it. */
  public enum Timer {
    /** None runs. */
    NONE,
    /** Sends again what was not acknowledged ({@code on}). */
    RETRANSMISSION,
    /** Probes a silent peer, or ends an orphan in FIN_WAIT2 ({@code keepalive}). */
    KEEPALIVE,
    /** Forgets the connection ({@code timewait}). */
    TIME_WAIT,
    /** Probes a window that is closed ({@code persist}). */
    ZERO_WINDOW_PROBE
  }
}
