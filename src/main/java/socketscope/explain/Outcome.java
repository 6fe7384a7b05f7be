package socketscope.explain;

import java.util.Optional;
import socketscope.constant.ConstantSet;
import socketscope.event.Call;
import socketscope.event.Errno;
import socketscope.event.Function;
import socketscope.event.Result;

/** What stands to the right of a call's equals sign. */
final class Outcome {

  private Outcome() {}

  /** As the program sees it: {@code 4}, {@code -1 ECONNREFUSED (Connection refused)}. */
  static String inC(Result result) {
    Errno errno = result.errno();
    if (errno == null) {
      return Long.toString(result.value());
    }
    String message = ErrorMessages.of(errno.name()).map(text -> " (" + text + ")").orElse("");
    return result.value() + " " + errno.name() + message;
  }

  /** As strace sees it: the kernel's code for an interrupted call is not yet EINTR. */
  static String inStrace(Call call, Result result) {
    Errno errno = result.errno();
    boolean interrupted = errno != null && errno.name().equals("EINTR");
    if (interrupted && call.function() == Function.POLL) {
      return "? ERESTART_RESTARTBLOCK (Interrupted by signal)";
    }
    if (call.function() == Function.POLL && errno == null) {
      return result.value() == 0 ? "0 (Timeout)" : found(result);
    }
    if (interrupted) {
      return "? ERESTARTSYS (To be restarted if SA_RESTART is set)";
    }
    if (call.function() == Function.FCNTL && errno == null) {
      return flags(call, result.value());
    }
    return inC(result);
  }

  /** {@code {3, POLLIN}} is {@code {fd=3, revents=POLLIN}} there. */
  private static String found(Result result) {
    String events = String.valueOf(result.option());
    return result.value()
        + " (["
        + events.replaceAll("\\{(-?[0-9]+), ([^}]*)}", "{fd=$1, revents=$2}")
        + "])";
  }

  private static String flags(Call call, long value) {
    Optional<ConstantSet> set =
        call.constant("op").map(ConstantSet::answerOf).filter(each -> each != ConstantSet.NUMBER);
    String names =
        set.isEmpty() || value == 0 && set.get() == ConstantSet.DESCRIPTOR_FLAGS
            ? ""
            : set.get() == ConstantSet.FILE_FLAGS
                ? StraceNames.openFlags(value)
                : StraceNames.flags(set.get(), value, "FD_???");
    return names.isEmpty()
        ? Long.toString(value)
        : "0x" + Long.toHexString(value) + " (flags " + names + ")";
  }
}
