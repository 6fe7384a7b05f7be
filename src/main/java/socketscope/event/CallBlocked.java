package socketscope.event;

/**
 * The calling thread has been seen asleep in the kernel.
 *
 * @param proof how it was seen: {@code kernel} where the kernel named the call that the thread
 *     sleeps in, {@code time} where it only took long
 */
public record CallBlocked(Stamp stamp, long callId, String proof) implements CallEvent {}
