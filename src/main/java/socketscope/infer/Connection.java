package socketscope.infer;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.ConnectionObserved;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.event.TcpCounters;
import socketscope.event.TcpState;

/** One TCP connection, or the attempt to open one, and what is known to have passed over it. */
final class Connection {

  private static final Set<TcpState> FIN_SENT =
      Set.of(TcpState.FIN_WAIT1, TcpState.CLOSING, TcpState.LAST_ACK);
  private static final Set<TcpState> FIN_RECEIVED =
      Set.of(TcpState.CLOSE_WAIT, TcpState.CLOSING, TcpState.LAST_ACK, TcpState.TIME_WAIT);

  final ConnectionEnd opener;
  final ConnectionEnd other;

  /** When the kernel was last asked about either end: what comes to light later passed later. */
  long lastLook;

  private final long begin;
  private boolean over;

  Connection(ConnectionEnd opener, ConnectionEnd other, long begin) {
    this.opener = opener;
    this.other = other;
    this.begin = begin;
    this.lastLook = begin;
  }

  /** When it was first known not to exist yet. */
  long begin() {
    return begin;
  }

  ConnectionEnd facing(ConnectionEnd side) {
    return side.equals(opener) ? other : opener;
  }

  /** The end that a socket is; one that is not known yet opened it. */
  ConnectionEnd of(int socket) {
    return other.socket == socket ? other : opener;
  }

  @Nullable ConnectionEnd at(@Nullable SocketAddress address) {
    if (address == null) {
      return null;
    }
    return address.equals(opener.address) ? opener : address.equals(other.address) ? other : null;
  }

  /** Whether a socket has called itself. */
  boolean toItself() {
    return opener.address != null && opener.address.equals(other.address);
  }

  void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  /** Whether the kernel's word on an end proves that a FIN has gone out from it. */
  static boolean finSent(ConnectionEnd side, SocketObserved seen, TcpCounters counters) {
    return seen.state() == TcpState.FIN_WAIT2
        || FIN_SENT.contains(seen.state()) && counters.bytesNotSent() == 0
        || side.finAcknowledged(counters);
  }

  /** Whether it proves that a FIN has come in. */
  boolean finReceived(ConnectionEnd side, SocketObserved seen, TcpCounters counters) {
    if (FIN_RECEIVED.contains(seen.state())) {
      return true;
    }
    // TIME_WAIT is CLOSED to whoever asks the socket. The FIN counts as a byte received.
    Account in = facing(side).out;
    return seen.state() == TcpState.CLOSED
        && counters.dataSegmentsIn() <= dataSegmentsBefore(side)
        && counters.bytesReceived() == in.bytes() + 1;
  }

  private static long dataSegmentsBefore(ConnectionEnd side) {
    SocketObserved before = side.latest();
    return before == null || before.counters() == null ? 0 : before.counters().dataSegmentsIn();
  }

  static boolean finSent(ConnectionObserved seen) {
    return seen.state() == TcpState.FIN_WAIT2 || seen.state() == TcpState.TIME_WAIT;
  }

  static boolean finReceived(ConnectionObserved seen) {
    return FIN_RECEIVED.contains(seen.state());
  }

  /**
   * Whether an end that is closed was broken off by the other one: neither did both say FIN, nor
   * did it give up by itself, for a segment has come.
   */
  boolean broken(ConnectionEnd side, SocketObserved seen, TcpCounters counters, boolean finCame) {
    TcpState before = side.state();
    boolean orderly = side.finAcknowledged(counters) && finCame;
    return seen.state() == TcpState.CLOSED && before != TcpState.CLOSED && !orderly;
  }
}
