package socketscope.event;

import org.jspecify.annotations.Nullable;

/**
 * A system call is about to be made: the last moment before it.
 *
 * @param socket the socket that its descriptor stands for; null where it stands for none
 * @param thread the kernel's identifier of the calling thread (gettid(2))
 */
public record CallStarted(
    Stamp stamp, long callId, @Nullable SocketId socket, long thread, Call call)
    implements CallEvent {}
