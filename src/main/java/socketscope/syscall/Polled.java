package socketscope.syscall;

/**
 * One struct pollfd of poll(2).
 *
 * @param descriptor what is watched
 * @param events the bits of what for
 * @param returned the bits of what there is; written by the kernel
 */
public record Polled(int descriptor, short events, short returned) {}
