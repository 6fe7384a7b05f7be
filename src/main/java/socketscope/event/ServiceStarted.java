package socketscope.event;

import org.jspecify.annotations.Nullable;

/**
 * A program serves the connections of a listener by itself from now on. The calls that it makes for
 * that are events as those of every call.
 *
 * @param descriptor the number that it was given for the listener
 * @param socket the socket that the number stands for; null where it stands for none
 * @param thread the kernel's identifier of the thread that accepts (gettid(2))
 */
public record ServiceStarted(
    Stamp stamp, int descriptor, @Nullable SocketId socket, Service service, long thread)
    implements ProgramEvent {}
