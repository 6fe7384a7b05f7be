package socketscope.event;

import org.jspecify.annotations.Nullable;

/**
 * What a system call answered.
 *
 * @param value what it returned; -1 where it failed
 * @param errno why it failed; null where it did not
 * @param data the bytes it wrote into the caller's buffer (recv and its like); null for other calls
 * @param address the address it wrote (accept, recvfrom, getsockname, getpeername); null where none
 * @param option the option value it wrote (getsockopt, ioctl), the descriptors (socketpair) or the
 *     events (poll), as text; null for other calls
 * @param length what it made of addrlen or optlen; -1 where it wrote none
 */
public record Result(
    long value,
    @Nullable Errno errno,
    @Nullable Bytes data,
    @Nullable SocketAddress address,
    @Nullable String option,
    long length) {

  /** It wrote no length. */
  public static final long UNWRITTEN = -1;

  /** A result without more than its value. */
  public static Result of(long value) {
    return new Result(value, null, null, null, null, UNWRITTEN);
  }

  /** A failure: the value is -1. */
  public static Result failed(Errno errno) {
    return new Result(-1, errno, null, null, null, UNWRITTEN);
  }

  /** The same result with an address that the kernel wrote. */
  public Result withAddress(@Nullable SocketAddress written) {
    return new Result(value, errno, data, written, option, length);
  }

  /** The same result with the bytes that the kernel wrote. */
  public Result withData(Bytes written) {
    return new Result(value, errno, written, address, option, length);
  }

  /** The same result with the option value that the kernel wrote. */
  public Result withOption(String written) {
    return new Result(value, errno, data, address, written, length);
  }

  /** The same result with the length that the kernel wrote. */
  public Result withLength(long written) {
    return new Result(value, errno, data, address, option, written);
  }

  /** Whether the call failed. */
  public boolean failed() {
    return errno != null;
  }

  /** As a lesson writes it: {@code 0}, {@code -1 EBADF}. */
  @Override
  public String toString() {
    return errno == null ? Long.toString(value) : value + " " + errno;
  }
}
