package socketscope.event;

import org.jspecify.annotations.Nullable;

/**
 * A program no longer serves the connections of a listener by itself, since accept() failed.
 * Connections that it has accepted are served to their end.
 *
 * @param descriptor as in its {@link ServiceStarted}
 * @param socket as in its {@link ServiceStarted}
 * @param thread as in its {@link ServiceStarted}
 */
public record ServiceEnded(Stamp stamp, int descriptor, @Nullable SocketId socket, long thread)
    implements ProgramEvent {}
