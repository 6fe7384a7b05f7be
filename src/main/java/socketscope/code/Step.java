package socketscope.code;

import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Result;

/**
 * A call with the names that a program has for its parts.
 *
 * @param on the socket; null for a call that has none
 * @param creates the variable that keeps the descriptor that it makes; null where it makes none
 * @param target the address that it is given; null where it is given none
 * @param keeps the variable that keeps the address that it is told, for later calls; else null
 */
record Step(
    Deed.Made made,
    @Nullable Handle on,
    @Nullable Handle creates,
    @Nullable Target target,
    @Nullable String keeps) {

  Call call() {
    return made.call();
  }

  Function function() {
    return made.call().function();
  }

  long callId() {
    return made.callId();
  }

  @Nullable Result result() {
    return made.result();
  }

  boolean failed() {
    return made.result() != null && made.result().failed();
  }

  /** The name of the error; empty where there was none. */
  String errno() {
    Result result = made.result();
    return result == null || result.errno() == null ? "" : result.errno().name();
  }

  /** An argument as a lesson writes it. */
  String argument(int index) {
    return made.call().arguments().get(index).toString();
  }

  Bytes data() {
    return made.call().argument(1, Argument.Data.class).bytes();
  }

  /** How much room it asks for, in bytes. */
  long size() {
    return made.call().argument(1, Argument.Number.class).value();
  }
}
