package socketscope.program;

import java.util.List;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.Parameter;
import socketscope.event.Result;
import socketscope.event.Stamp;
import socketscope.json.EventJson;
import socketscope.syscall.LocalSystem;
import socketscope.syscall.SystemCalls;

/**
 * Goes through every call once without making it. What Java does when code runs for the first time
 * takes milliseconds, and must not look as if the kernel had taken them.
 */
final class Rehearsal {

  private Rehearsal() {}

  static void of(LocalSystem system) {
    try (SystemCalls calls = system.silentCalls()) {
      CallMaker maker = new CallMaker(system.tables(), calls);
      for (Function function : Function.values()) {
        Result result = maker.make(example(function));
        EventJson.write(new CallReturned(new Stamp(0, "", 0), 0, null, null, result));
      }
    } catch (NotationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Call example(Function function) throws NotationException {
    List<String> arguments =
        function.parameters().stream().map(Parameter::kind).map(Rehearsal::example).toList();
    return Call.parse(function, arguments);
  }

  private static String example(Parameter.Kind kind) {
    return switch (kind) {
      case DESCRIPTOR, NUMBER, CONSTANT -> "0";
      case DATA -> "\"\"";
      case ADDRESS -> "127.0.0.1:0";
    };
  }
}
