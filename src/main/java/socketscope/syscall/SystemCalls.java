package socketscope.syscall;

import java.util.List;
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

  /** bind(2), with any pointer and length. */
  Result bind(int descriptor, Memory address, int length);

  /** listen(2). */
  Result listen(int descriptor, int backlog);

  /** accept(2); the result holds the peer's address. */
  Result accept(int descriptor, Receiver peer);

  /** connect(2). */
  Result connect(int descriptor, Memory address, int length);

  /** send(2). */
  Result send(int descriptor, Memory data, long size, int flags);

  /** send(2) of bytes that are there. */
  default Result send(int descriptor, Bytes data, int flags) {
    return send(descriptor, Memory.holding(data), data.length(), flags);
  }

  /** recv(2) into memory of that size. */
  default Result recv(int descriptor, long size, int flags) {
    return recv(descriptor, Memory.room(size), size, flags);
  }

  /** recv(2); the result holds the bytes received. */
  Result recv(int descriptor, Memory buffer, long size, int flags);

  /** sendto(2). */
  Result sendto(
      int descriptor, Memory data, long size, int flags, Memory address, int addressLength);

  /** recvfrom(2); the result holds the bytes received and where they came from. */
  Result recvfrom(int descriptor, Memory buffer, long size, int flags, Receiver sender);

  /** read(2); the result holds the bytes read. */
  Result read(int descriptor, Memory buffer, long size);

  /** write(2). */
  Result write(int descriptor, Memory data, long size);

  /** shutdown(2). */
  Result shutdown(int descriptor, int how);

  /** close(2). */
  Result close(int descriptor);

  /** getsockname(2); the result holds the address. */
  Result getsockname(int descriptor, Receiver name);

  /** getsockname(2) with room for any address. */
  default Result getsockname(int descriptor) {
    return getsockname(descriptor, Receiver.of(addressRoom()));
  }

  /** getpeername(2); the result holds the address. */
  Result getpeername(int descriptor, Receiver name);

  /** getpeername(2) with room for any address. */
  default Result getpeername(int descriptor) {
    return getpeername(descriptor, Receiver.of(addressRoom()));
  }

  /** How many bytes any address has room in (struct sockaddr_storage). */
  int addressRoom();

  /** getsockopt(2); the result's data holds what the kernel wrote. */
  Result getsockopt(int descriptor, int level, int option, Receiver value);

  /**
   * getsockopt(2) with two good pointers.
   *
   * @param size how many bytes of room the kernel is given
   */
  default Result getsockopt(int descriptor, int level, int option, int size) {
    return getsockopt(descriptor, level, option, Receiver.of(size));
  }

  /** setsockopt(2). */
  Result setsockopt(int descriptor, int level, int option, Memory value, int length);

  /** setsockopt(2) of an int. */
  default Result setsockopt(int descriptor, int level, int option, int value) {
    Bytes bytes = OptionForm.INT.encode(List.of((long) value));
    return setsockopt(descriptor, level, option, Memory.holding(bytes), bytes.length());
  }

  /** fcntl(2) with an int or a pointer. */
  Result fcntl(int descriptor, int operation, long argument);

  /** ioctl(2) with a pointer to an int; the result's data holds what the kernel left there. */
  Result ioctl(int descriptor, int operation, Memory argument);

  /** ioctl(2) with a pointer to 0. */
  default Result ioctl(int descriptor, int operation) {
    return ioctl(descriptor, operation, Memory.room(Integer.BYTES));
  }

  /** socketpair(2); the result's data holds the two descriptors, an int each. */
  Result socketpair(int domain, int type, int protocol, Memory descriptors);

  /** dup(2). */
  Result dup(int descriptor);

  /**
   * poll(2). The kernel's answer is put in the place of each entry.
   *
   * @param milliseconds how long to wait at most; without end where it is negative
   */
  Result poll(List<Polled> watched, int milliseconds);

  /** poll(2) with a pointer to no memory and a number of entries that are not there. */
  Result poll(Memory.Nowhere watched, long count, int milliseconds);

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
