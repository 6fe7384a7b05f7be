package socketscope.event;

/**
 * The SYN that began an accepted connection, as the kernel that received it kept it (tcp(7),
 * TCP_SAVED_SYN). It was not captured on its way.
 *
 * @param socket the socket that accept() returned
 * @param bytes the IP and the TCP header
 */
public record SynSaved(Stamp stamp, SocketId socket, Bytes bytes) implements Observation {}
