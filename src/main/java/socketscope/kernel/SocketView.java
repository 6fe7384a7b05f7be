package socketscope.kernel;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;
import socketscope.event.TcpCounters;
import socketscope.event.TcpState;

/**
 * What the kernel says about one socket; the fields are those of {@link SocketObserved}. Two views
 * that are equal mean that nothing has changed.
 */
public record SocketView(
    @Nullable TcpState state,
    @Nullable SocketAddress local,
    @Nullable SocketAddress peer,
    long receiveQueue,
    long sendQueue,
    long accepting,
    long backlog,
    long drops,
    @Nullable TcpCounters counters) {

  /**
   * The event that reports this view.
   *
   * @param cookie the kernel's own number of the socket; 0 where it is not known
   */
  public SocketObserved observed(
      Stamp stamp, SocketId socket, int descriptor, String type, long cookie) {
    return new SocketObserved(
        stamp,
        socket,
        descriptor,
        type,
        state,
        local,
        peer,
        receiveQueue,
        sendQueue,
        accepting,
        backlog,
        drops,
        counters,
        cookie);
  }
}
