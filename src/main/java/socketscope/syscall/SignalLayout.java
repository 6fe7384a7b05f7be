package socketscope.syscall;

/**
 * What is needed to interrupt a blocked call with a signal: sigaction(2) with a handler that does
 * nothing and without SA_RESTART, then pthread_kill(3); the call returns EINTR.
 *
 * @param interrupt the number of the signal to use: one that neither the JVM nor the C library uses
 * @param size of struct sigaction as the C library's sigaction() takes it, in bytes; bytes that are
 *     not named here are 0
 * @param handler offset of sa_handler, a pointer
 * @param mask offset of sa_mask; all zero is the empty set
 * @param flags offset of sa_flags, an int
 */
public record SignalLayout(int interrupt, int size, int handler, int mask, int flags) {}
