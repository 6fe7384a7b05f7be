package socketscope.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a system call answered.
 *
 * @param value what it returned; -1 where it failed
 * @param errno why it failed; null where it did not
 * @param data the bytes it wrote into the caller's buffer (recv and its like); null for other calls
 * @param address the address it wrote (accept, recvfrom, getsockname, getpeername); null where none
 * @param descriptors those that it wrote (socketpair, pipe) or that came with a message (recvmsg),
 *     in their order
 * @param written what else it wrote: an option's value (getsockopt, ioctl), what there is of what
 *     was watched (poll), what came with a message beside its bytes (recvmsg); null where nothing
 * @param length what it made of addrlen or optlen; -1 where it wrote none
 */
public record Result(
    long value,
    @Nullable Errno errno,
    @Nullable Bytes data,
    @Nullable SocketAddress address,
    List<Integer> descriptors,
    @Nullable Argument written,
    long length) {

  /** It wrote no length. */
  public static final long UNWRITTEN = -1;

  /** Keeps a copy. */
  public Result {
    descriptors = List.copyOf(descriptors);
  }

  private static Result bare(long value, @Nullable Errno errno) {
    return new Result(value, errno, null, null, List.of(), null, UNWRITTEN);
  }

  /** A result without more than its value. */
  public static Result of(long value) {
    return bare(value, null);
  }

  /** A failure: the value is -1. */
  public static Result failed(Errno errno) {
    return bare(-1, errno);
  }

  /** The same result with an address that the kernel wrote. */
  public Result withAddress(@Nullable SocketAddress given) {
    return new Result(value, errno, data, given, descriptors, written, length);
  }

  /** The same result with the bytes that the kernel wrote. */
  public Result withData(@Nullable Bytes given) {
    return new Result(value, errno, given, address, descriptors, written, length);
  }

  /** The same result with the descriptors that the kernel wrote. */
  public Result withDescriptors(List<Integer> given) {
    return new Result(value, errno, data, address, given, written, length);
  }

  /** The same result with the value that the kernel wrote. */
  public Result withWritten(@Nullable Argument given) {
    return new Result(value, errno, data, address, descriptors, given, length);
  }

  /** The same result with the length that the kernel wrote. */
  public Result withLength(long given) {
    return new Result(value, errno, data, address, descriptors, written, given);
  }

  /** Whether the call failed. */
  public boolean failed() {
    return errno != null;
  }

  /** Whether it failed with the error of that name. */
  public boolean failedWith(String name) {
    return errno != null && errno.name().equals(name);
  }

  /**
   * The value that the call wrote, as a lesson writes it without the brackets: {@code 1}, {@code
   * {l_onoff=1, l_linger=0}}, {@code {3, POLLIN}, {4, POLLOUT}}; the two descriptors of
   * socketpair() {@code 5, 6}. Null where it wrote none.
   */
  public @Nullable String option() {
    if (!descriptors.isEmpty() && written == null) {
      String list = descriptors.toString();
      return list.substring(1, list.length() - 1);
    }
    return switch (written) {
      case null -> null;
      case Argument.Sequence sequence -> {
        String list = sequence.toString();
        yield list.substring(1, list.length() - 1);
      }
      case Argument other -> other.toString();
    };
  }

  /** As a lesson writes it: {@code 0}, {@code -1 EBADF}. */
  @Override
  public String toString() {
    return errno == null ? Long.toString(value) : value + " " + errno;
  }
}
