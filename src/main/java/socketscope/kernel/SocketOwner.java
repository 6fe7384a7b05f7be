package socketscope.kernel;

/**
 * A process that holds a descriptor of a socket.
 *
 * @param descriptor the number of its descriptor
 * @param command the name of its command, as {@code /proc/PID/comm} tells it
 */
public record SocketOwner(long pid, int descriptor, String command) {}
