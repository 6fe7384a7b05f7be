package socketscope.syscall;

import socketscope.event.Bytes;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/**
 * The system's socket calls: one method is one system call, with the arguments and the answer that
 * strace(1) would print. Failures are answers ({@link Result#errno}), never exceptions.
 *
 * <p>An instance belongs to one thread.
 */
public interface SystemCalls extends AutoCloseable {

  /** socket(2). */
  Result socket(int domain, int type, int protocol);

  /** bind(2). */
  Result bind(int descriptor, SocketAddress address);

  /** listen(2). */
  Result listen(int descriptor, int backlog);

  /** accept(2); the result holds the peer's address. */
  Result accept(int descriptor);

  /** connect(2). */
  Result connect(int descriptor, SocketAddress address);

  /** send(2). */
  Result send(int descriptor, Bytes data, int flags);

  /** recv(2); the result holds the bytes received. */
  Result recv(int descriptor, long size, int flags);

  /** sendto(2). */
  Result sendto(int descriptor, Bytes data, int flags, SocketAddress address);

  /** recvfrom(2); the result holds the bytes received and where they came from. */
  Result recvfrom(int descriptor, long size, int flags);

  /** read(2); the result holds the bytes read. */
  Result read(int descriptor, long size);

  /** write(2). */
  Result write(int descriptor, Bytes data);

  /** shutdown(2). */
  Result shutdown(int descriptor, int how);

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

  /** setsockopt(2) of an int. */
  Result setsockopt(int descriptor, int level, int option, int value);

  /** fcntl(2) with an int. */
  Result fcntl(int descriptor, int operation, int argument);

  /** ioctl(2) with a pointer to an int; the result's data holds what the kernel wrote there. */
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
