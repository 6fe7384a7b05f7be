package socketscope.syscall;

import java.util.List;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/**
 * The system's socket calls. {@link #make} makes whatever call a user wants, with the arguments and
 * the answer that strace(1) would print; the other methods are those that the house itself needs to
 * ask the kernel how things stand. Each is one system call. Failures are answers ({@link
 * Result#errno}), never exceptions.
 *
 * <p>An instance belongs to one thread.
 */
public interface SystemCalls extends AutoCloseable {

  /** Makes a call that is given as data. */
  Result make(Call call);

  /** Gets a call ready that is given as data, so that nothing is left to do but to make it. */
  PreparedCall prepare(Call call);

  /**
   * Has the kernel make a process with a copy of the table of descriptors, as fork(2) does, and run
   * another program in it at once: posix_spawn(3).
   *
   * @param command the program's path and its arguments
   * @param descriptors those that the process has, with the same numbers, though FD_CLOEXEC be set;
   *     of all others it has those without that flag, and /dev/null for 0, 1 and 2
   * @return the number of the process
   */
  Result fork(List<String> command, List<Integer> descriptors);

  /** socket(2). */
  Result socket(int domain, int type, int protocol);

  /** bind(2). */
  Result bind(int descriptor, SocketAddress address);

  /** send(2). */
  Result send(int descriptor, Bytes data, int flags);

  /** recv(2) into memory of that size; the result holds the bytes received. */
  Result recv(int descriptor, long size, int flags);

  /** close(2). */
  Result close(int descriptor);

  /** getsockname(2); the result holds the address. */
  Result getsockname(int descriptor);

  /** getpeername(2); the result holds the address. */
  Result getpeername(int descriptor);

  /**
   * getsockopt(2); the result's data holds what the kernel wrote.
   *
   * @param size how many bytes of room the kernel is given
   */
  Result getsockopt(int descriptor, int level, int option, int size);

  /** setsockopt(2). */
  Result setsockopt(int descriptor, int level, int option, Bytes value);

  /** setsockopt(2) of an int. */
  default Result setsockopt(int descriptor, int level, int option, int value) {
    return setsockopt(descriptor, level, option, Bytes.ofInt(value));
  }

  /** ioctl(2) with a pointer to 0; the result's data holds the int that the kernel left there. */
  Result ioctl(int descriptor, int operation);

  /**
   * The moment before the latest call entered the kernel, in nanoseconds of {@link
   * System#nanoTime}; 0 before the first. May be read by other threads while the call is under way.
   */
  long entered();

  /** The moment after the latest call came back. */
  long left();

  /** Frees the native memory. */
  @Override
  void close();
}
