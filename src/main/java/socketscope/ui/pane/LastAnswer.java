package socketscope.ui.pane;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.status.ProgramStatus;

/** What a call answered, with the call itself: beside other arguments it would be misread. */
record LastAnswer(Call call, Result result) {

  private static final int LONGEST_RESULT = 14;
  private static final int LONGEST_ARGUMENT = 24;

  /** The last answer to that function; null where there is none. */
  static @Nullable LastAnswer last(Function function, ProgramStatus program) {
    Map<Function, Call> answered = program.answered();
    Result result = program.results().get(function);
    Call call = answered.get(function);
    return call == null || result == null ? null : new LastAnswer(call, result);
  }

  /** Whether it answers just what those arguments would ask. */
  boolean isTo(List<String> arguments) {
    return TypedCall.asks(call, arguments);
  }

  /** Short enough to stand beside the call: {@code = 4 "hola"}. */
  String text() {
    StringBuilder text = new StringBuilder("= ").append(result);
    if (result.option() != null) {
      text.append(" [").append(cut(result.option(), LONGEST_RESULT)).append(']');
    } else if (result.data() != null && !result.failed() && result.data().length() > 0) {
      text.append(' ').append(cut(result.data().toString(), LONGEST_RESULT));
    } else if (result.address() != null && !result.failed() && result.value() == 0) {
      text.append(' ').append(result.address());
    }
    return text.toString();
  }

  /** With the call: {@code close(5) = 0}. */
  String withCall() {
    return call.arguments().stream()
            .map(LastAnswer::shortened)
            .collect(joining(", ", call.function().cName() + "(", ") "))
        + text();
  }

  private static String shortened(Argument argument) {
    boolean huge =
        argument instanceof Argument.Data(Bytes bytes)
            && bytes.unit().length() > UsualArguments.LONGEST;
    return huge ? "…" : cut(argument.toString(), LONGEST_ARGUMENT);
  }

  private static String cut(String text, int longest) {
    String end = text.startsWith("\"") ? "…\"" : "…";
    return text.length() <= longest ? text : text.substring(0, longest - 2) + end;
  }
}
