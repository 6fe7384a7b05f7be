package socketscope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import socketscope.constant.ConstantSet;
import socketscope.event.Argument;
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
    boolean ready = errno == null && call.function().waitsFor() == Function.WaitsFor.READINESS;
    if (ready && call.function() == Function.SELECT) {
      return result.value() == 0 ? "0 (Timeout)" : result.value() + " (" + sets(call, result) + ")";
    }
    if (call.function() == Function.RECVMMSG
        && errno == null
        && call.argument("timeout").isPresent()) {
      return result.value() + " (left timeout)";
    }
    return inC(result);
  }

  /** What select() has left in its sets, and of its timeout. */
  private static String sets(Call call, Result result) {
    List<String> parts = new ArrayList<>();
    if (result.written() instanceof Argument.Structure(List<Argument.Field> sets)) {
      for (Argument.Field set : sets) {
        String name = set.name().substring(0, set.name().length() - "fds".length());
        parts.add(
            switch (name) {
                  case "read" -> "in ";
                  case "write" -> "out ";
                  default -> "except ";
                }
                + ((Argument.Sequence) set.value())
                    .elements().stream()
                        .map(Argument::toString)
                        .collect(Collectors.joining(" ", "[", "]")));
      }
    }
    if (call.argument("timeout").orElse(null) instanceof Argument.Structure) {
      parts.add("left timeout");
    }
    return String.join(", ", parts);
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
