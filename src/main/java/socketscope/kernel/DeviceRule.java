package socketscope.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.syscall.Constants;
import socketscope.syscall.OptionForm;

/**
 * To which network device a call may tie a socket: to the loopback one and to no other, for good. A
 * socket that is tied to it can neither be reached from outside this machine nor reach it, whatever
 * its address (socket(7), SO_BINDTODEVICE); every user may do that since Linux 5.7.
 */
final class DeviceRule {

  /** IFNAMSIZ without the byte that ends the name, which the kernel adds. */
  private static final int LONGEST_NAME = 15;

  /** Linux gives it to the loopback device of every network namespace (LOOPBACK_IFINDEX). */
  private static final int LOOPBACK_INDEX = 1;

  private static final String LOOPBACK_NAME = "lo";

  private final Constants constants;

  DeviceRule(Constants constants) {
    this.constants = constants;
  }

  /** Whether the call, if it succeeds, ties its socket to the loopback device. */
  boolean ties(Call call) {
    return sets(call, "SO_BINDTODEVICE")
        ? name(call).filter(LOOPBACK_NAME::equals).isPresent()
        : sets(call, "SO_BINDTOIFINDEX") && index(call).orElse(0) == LOOPBACK_INDEX;
  }

  /** Whether the call might tie its socket to another device, or untie it. */
  boolean forbids(Call call) {
    return sets(call, "SO_BINDTODEVICE")
        ? name(call).filter(name -> !name.equals(LOOPBACK_NAME)).isPresent()
        : sets(call, "SO_BINDTOIFINDEX") && index(call).orElse(LOOPBACK_INDEX) != LOOPBACK_INDEX;
  }

  private boolean sets(Call call, String option) {
    return call.function() == Function.SETSOCKOPT
        && is(call.arguments().get(1), "SOL_SOCKET")
        && is(call.arguments().get(2), option);
  }

  private boolean is(Argument argument, String name) {
    OptionalInt known = constants.value(name);
    return known.isPresent()
        && argument instanceof Argument.Named(Constant constant)
        && constant.asInt() == known.getAsInt();
  }

  /** The name that the kernel reads; empty where it refuses the call without a look at it. */
  private Optional<String> name(Call call) {
    Optional<byte[]> given = given(call, OptionForm.NAME);
    int length = length(call, given.map(bytes -> bytes.length).orElse(OptionForm.NAME.size()));
    if (length < 0 || given.isEmpty() && length > 0) {
      return Optional.empty();
    }
    byte[] read = Arrays.copyOf(given.orElse(new byte[0]), Math.min(length, LONGEST_NAME));
    int end = 0;
    while (end < read.length && read[end] != 0) {
      end++;
    }
    return Optional.of(Bytes.copyOf(Arrays.copyOf(read, end)).escaped());
  }

  /** The index that the kernel reads; empty as for a name. */
  private OptionalInt index(Call call) {
    Optional<byte[]> given = given(call, OptionForm.INT);
    if (given.isEmpty() || length(call, given.get().length) < Integer.BYTES) {
      return OptionalInt.empty();
    }
    byte[] read = Arrays.copyOf(given.get(), Integer.BYTES);
    return OptionalInt.of(Integer.parseInt(OptionForm.INT.decode(Bytes.copyOf(read))));
  }

  private static int length(Call call, int usual) {
    return call.argument(4).map(length -> (int) ((Argument.Number) length).value()).orElse(usual);
  }

  /** The option's bytes; empty for a pointer to none. */
  private static Optional<byte[]> given(Call call, OptionForm form) {
    return switch (call.arguments().get(3)) {
      case Argument.Number(long number) ->
          Optional.of(OptionForm.INT.encode(List.of(number)).toArray());
      case Argument.Structure structure -> Optional.of(form.encode(structure.numbers()).toArray());
      case Argument.Data(Bytes bytes) -> Optional.of(bytes.toArray());
      default -> Optional.empty();
    };
  }
}
