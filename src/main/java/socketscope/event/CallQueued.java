package socketscope.event;

/**
 * A call waits, because the thread of its socket is still blocked in an earlier one. The kernel has
 * not seen it yet.
 *
 * @param behind the call that it waits for
 */
public record CallQueued(Stamp stamp, long callId, SocketId socket, Call call, long behind)
    implements CallEvent {}
