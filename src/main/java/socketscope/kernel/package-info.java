/**
 * What the kernel itself says about sockets and threads when it is asked. Nothing here is the
 * user's doing, and nothing here changes what the user sees happen.
 *
 * <p>The probes, all that there are:
 *
 * <ul>
 *   <li>made by a program on its first thread or on its servers' watcher, never on a thread that
 *       makes the user's calls: {@code getsockopt} of {@code TCP_INFO}, {@code SO_MEMINFO} and
 *       {@code TCP_SAVED_SYN}, {@code ioctl} of {@code SIOCINQ} and {@code SIOCOUTQ}, {@code
 *       getsockname}, {@code getpeername}; and two that set something: {@code
 *       setsockopt(TCP_SAVE_SYN)} once on a socket that listens, which has the kernel keep the
 *       first headers of each connection; and {@code SO_BINDTODEVICE}, asked for and set before a
 *       {@code listen} or {@code bind} that would open a socket to the network, and on a new raw
 *       socket, so that it is open to this machine alone, where other programs share the network;
 *   <li>made by the application, from outside: a netlink socket of sock_diag(7), or else reading
 *       {@code /proc/net/tcp} and {@code tcp6}, those of the experiment's namespace where it has
 *       one; and reading {@code /proc/PID/task/TID/syscall} and {@code stat}.
 * </ul>
 *
 * <p>The package does not know who asks.
 */
@org.jspecify.annotations.NullMarked
package socketscope.kernel;
