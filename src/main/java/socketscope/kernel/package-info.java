/**
 * What the kernel itself says about sockets and threads when it is asked. Nothing here is the
 * user's doing, and nothing here changes what the user sees happen.
 *
 * <p>The probes, all that there are: {@code getsockopt(TCP_INFO)}, {@code ioctl(SIOCINQ)}, {@code
 * ioctl(SIOCOUTQ)}, {@code getsockname} and {@code getpeername}, made by a program on its first
 * thread, never on a thread that makes the user's calls; and reading {@code
 * /proc/PID/task/TID/syscall} and {@code stat} from outside. The package does not know who asks.
 */
@org.jspecify.annotations.NullMarked
package socketscope.kernel;
