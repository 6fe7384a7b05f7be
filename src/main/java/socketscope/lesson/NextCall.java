package socketscope.lesson;

import org.jspecify.annotations.Nullable;
import socketscope.event.Function;
import socketscope.event.SocketId;

/**
 * The call that the textbook makes next in a program.
 *
 * @param socket on which one; null for socket()
 */
public record NextCall(Function function, @Nullable SocketId socket) {}
