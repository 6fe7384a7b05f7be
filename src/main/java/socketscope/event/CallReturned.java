package socketscope.event;

import org.jspecify.annotations.Nullable;

/**
 * A system call has returned: the first moment after it.
 *
 * @param socket as in its {@link CallStarted}
 * @param created the socket that the call brought into being, for socket(), accept() and
 *     socketpair()
 * @param second the other socket of socketpair(); null for other calls
 * @param kept for close(): whether the socket lives on, since another descriptor stands for it
 */
public record CallReturned(
    Stamp stamp,
    long callId,
    @Nullable SocketId socket,
    @Nullable SocketId created,
    @Nullable SocketId second,
    boolean kept,
    Result result)
    implements CallEvent {

  /** The return of a call that brings one socket into being at most, and keeps none. */
  public CallReturned(
      Stamp stamp,
      long callId,
      @Nullable SocketId socket,
      @Nullable SocketId created,
      Result result) {
    this(stamp, callId, socket, created, null, false, result);
  }
}
