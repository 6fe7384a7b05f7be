package socketscope.ui.pane;

import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Portion;
import socketscope.event.Result;
import socketscope.status.ProgramStatus;
import socketscope.ui.wording.Words;

/** Says that a call did only a part of what it was asked for. */
final class PortionText {

  private PortionText() {}

  /** Empty where that function's last call did all of it. */
  static String of(Function function, ProgramStatus program, Words words) {
    Call call = program.answered().get(function);
    Result result = program.results().get(function);
    if (call == null || result == null || !function.sends() && gotAll(call, program)) {
      return "";
    }
    String key = function.sends() ? "portion.sent" : "portion.received";
    return Portion.of(call, result)
        .map(portion -> words.get(key, words.number(portion.done()), words.number(portion.asked())))
        .orElse("");
  }

  /**
   * Whether what came is all that could: a stream gives what there is, and fewer bytes than there
   * was room for are no fault, unless all of them were asked for; a datagram is whole in any case.
   */
  private static boolean gotAll(Call call, ProgramStatus program) {
    boolean wantsAll =
        call.arguments().stream().anyMatch(each -> each.toString().contains("MSG_WAITALL"));
    return !wantsAll || datagrams(call, program);
  }

  private static boolean datagrams(Call call, ProgramStatus program) {
    return program.sockets().stream()
        .filter(socket -> socket.descriptor() == call.descriptor().orElse(-1))
        .anyMatch(socket -> !socket.kind().stream());
  }
}
