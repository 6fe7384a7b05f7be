package socketscope.event;

import org.jspecify.annotations.Nullable;

/**
 * A system call has returned: the first moment after it.
 *
 * @param socket as in its {@link CallStarted}
 * @param created the socket that the call brought into being, for socket() and accept()
 */
public record CallReturned(
    Stamp stamp, long callId, @Nullable SocketId socket, @Nullable SocketId created, Result result)
    implements CallEvent {}
