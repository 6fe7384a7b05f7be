package socketscope.infer;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.event.TcpCounters;
import socketscope.event.TcpState;
import socketscope.socket.MadeCall;

/** One end of a TCP connection, and what has gone out from it. */
final class ConnectionEnd {

  /** Whether it called connect(); the other one was called. */
  final boolean opened;

  final Account out = new Account();
  @Nullable SocketAddress address;

  /** The number of its socket; {@link MadeCall#NONE} while none is known. */
  int socket;

  private @Nullable SocketObserved latest;

  ConnectionEnd(boolean opened, @Nullable SocketAddress address, int socket) {
    this.opened = opened;
    this.address = address;
    this.socket = socket;
  }

  /**
   * The kernel has told of its socket.
   *
   * @param other the other end's address; null where it is not known
   */
  void saw(SocketObserved seen, @Nullable SocketAddress other) {
    address = PacketAddresses.plainBeside(seen.local(), other);
    latest = seen;
  }

  /** What the kernel said of it last. */
  @Nullable SocketObserved latest() {
    return latest;
  }

  @Nullable TcpState state() {
    return latest == null ? null : latest.state();
  }

  /** Whether nothing waited to be read when the kernel was asked last. */
  boolean readEverything() {
    return latest == null || latest.receiveQueue() <= 0;
  }

  /**
   * How many segments a socket has sent. On Linux one that accept() returned has not counted its
   * SYN with ACK: the listener sent it.
   */
  long sent(TcpCounters counters) {
    return counters.segmentsOut() + (opened ? 0 : 1);
  }

  /** Whether the counters prove that it has sent a FIN, and that the other end has it. */
  boolean finAcknowledged(TcpCounters counters) {
    long data = counters.bytesSent() - counters.bytesRetransmitted();
    return counters.bytesAcked() - (opened ? 1 : 0) == data + 1;
  }
}
