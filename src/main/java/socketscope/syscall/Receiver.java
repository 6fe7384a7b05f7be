package socketscope.syscall;

import org.jspecify.annotations.Nullable;
import socketscope.syscall.Memory.Nowhere;

/**
 * The two pointers of a call by which the kernel hands something over: to a buffer, and to a length
 * that says how large the buffer is and then how much there was ({@code addr} and {@code addrlen},
 * {@code optval} and {@code optlen}).
 *
 * @param buffer where the buffer's pointer points instead of to memory of this process; null
 *     otherwise
 * @param length the same for the length's
 * @param room the length that the kernel is told. The buffer is large enough for any address or
 *     option, whatever it is told
 */
public record Receiver(@Nullable Nowhere buffer, @Nullable Nowhere length, int room) {

  /** Two good pointers, with that much room. */
  public static Receiver of(int room) {
    return new Receiver(null, null, room);
  }
}
