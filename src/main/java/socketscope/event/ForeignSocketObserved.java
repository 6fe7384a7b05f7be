package socketscope.event;

import org.jspecify.annotations.Nullable;

/**
 * What the kernel lists about a foreign program's socket (sock_diag(7)). Written when something has
 * changed, and no more once the program holds no descriptor of it: what the kernel keeps of a
 * connection then is a {@link ConnectionObserved}.
 *
 * @param state its TCP state, CLOSED where the kernel lists it no longer; null for a socket that is
 *     not TCP
 * @param receiveQueue bytes that wait to be read
 * @param sendQueue bytes not yet acknowledged, or not yet sent
 * @param held whether a process holds a descriptor of it
 */
public record ForeignSocketObserved(
    Stamp stamp,
    SocketId socket,
    @Nullable TcpState state,
    long receiveQueue,
    long sendQueue,
    boolean held)
    implements ForeignEvent {}
