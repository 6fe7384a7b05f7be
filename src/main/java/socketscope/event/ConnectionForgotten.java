package socketscope.event;

/**
 * A connection that {@link ConnectionObserved} told of is no longer listed: the kernel has
 * forgotten it, or accept() has given it a descriptor.
 *
 * @param stamp the moment at which it was first missed; names no program
 */
public record ConnectionForgotten(Stamp stamp, SocketAddress local, SocketAddress peer)
    implements Observation {}
