package socketscope.explain;

import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Argument.Wild;
import socketscope.event.Call;
import socketscope.event.Result;
import socketscope.event.SocketAddress;

/**
 * The buffer that a call writes to and its length, as the call's last two arguments say them.
 *
 * @param buffer where the buffer's pointer points to nothing; null where it is good
 * @param length the same for the length's
 * @param size the length that the kernel is told
 */
record OutputBuffer(@Nullable Wild buffer, @Nullable Wild length, int size) {

  static OutputBuffer of(Call call, int index, int usual) {
    @Nullable Argument first = call.argument(index).orElse(null);
    @Nullable Argument second = call.argument(index + 1).orElse(null);
    @Nullable Wild buffer = wild(first);
    boolean neither = buffer == Wild.NULL && second == null;
    int size =
        second instanceof Argument.Number(long given)
            ? (int) given
            : first instanceof Argument.Number(long given) ? (int) given : usual;
    return new OutputBuffer(buffer, neither ? Wild.NULL : wild(second), size);
  }

  private static @Nullable Wild wild(@Nullable Argument argument) {
    return argument instanceof Argument.Pointer(Wild to, _) ? to : null;
  }

  static String pointer(@Nullable Wild to, String good) {
    return to == null ? good : StraceSpelling.pointer(to);
  }

  /** A trace of an earlier version tells no length: it is that of what was written. */
  private long after(Result result) {
    SocketAddress address = result.address();
    if (result.length() != Result.UNWRITTEN) {
      return result.length();
    }
    if (address != null) {
      return AddressSpelling.length(address);
    }
    return result.option() == null ? 0 : size;
  }

  /** The length before and after the call, as strace writes it: {@code [128 => 16]}. */
  String lengths(@Nullable Result result, String good) {
    if (length != null) {
      return pointer(length, good);
    }
    if (buffer == Wild.NULL) {
      return good; // strace does not look at the length of nothing
    }
    long after = result == null || result.failed() ? size : after(result);
    return after == size ? "[%d]".formatted(size) : "[%d => %d]".formatted(size, after);
  }
}
