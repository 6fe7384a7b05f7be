package socketscope.program;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Result;
import socketscope.syscall.Constants;
import socketscope.syscall.Polled;
import socketscope.syscall.SystemCalls;

/** Makes poll(), and writes what it found as a lesson does: {@code {3, POLLIN}}. */
record PollCall(Constants constants, SystemCalls calls) {

  Result make(Call call) {
    int timeout = (int) call.argument(1, Argument.Number.class).value();
    return switch (call.arguments().getFirst()) {
      case Argument.Watched(List<Argument.Watch> watches) -> poll(watches, timeout);
      case Argument.Pointer(Argument.Wild to, long count) ->
          calls.poll(Pointers.nowhere(to), count, timeout);
      default -> throw new IllegalArgumentException(call.toString());
    };
  }

  private Result poll(List<Argument.Watch> watches, int timeout) {
    List<Polled> entries = new ArrayList<>();
    for (Argument.Watch watch : watches) {
      int events = constants.resolve(watch.events()).orElseThrow();
      entries.add(new Polled(watch.descriptor(), (short) events, (short) 0));
    }
    Result result = calls.poll(entries, timeout);
    if (result.failed()) {
      return result;
    }
    return result.withOption(
        entries.stream()
            .filter(entry -> entry.returned() != 0)
            .map(this::text)
            .collect(Collectors.joining(", ")));
  }

  private String text(Polled entry) {
    return "{"
        + entry.descriptor()
        + ", "
        + constants.flagsOf(Constants.Group.POLL_EVENT, Short.toUnsignedInt(entry.returned()))
        + "}";
  }
}
