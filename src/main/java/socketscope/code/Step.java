package socketscope.code;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.code.Action.CallMade;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Result;

/**
 * A call with the names that a program has for its parts.
 *
 * @param on the socket; null for a call that has none
 * @param creates the variable that keeps the descriptor that it returns; null where it returns none
 * @param written the variables that keep the descriptors that the kernel writes: both of a pair,
 *     and those that came with a message
 * @param descriptors all that it is given, those inside of structures too, in order
 * @param known the descriptors that the program has then, by their numbers
 * @param targets the addresses that it is given, in order
 * @param keeps the variable that keeps the address that it is told, for later calls; else null
 */
record Step(
    CallMade made,
    @Nullable Handle on,
    @Nullable Handle creates,
    List<Handle> written,
    List<Handle> descriptors,
    Map<Integer, Handle> known,
    List<Target> targets,
    @Nullable String keeps) {

  /** The address that it is given, or the first of them; null where it is given none. */
  @Nullable Target target() {
    return targets.isEmpty() ? null : targets.getFirst();
  }

  /** The variables that keep the descriptors that it makes. */
  List<Handle> handles() {
    return creates == null ? written : List.of(creates);
  }

  Call call() {
    return made.call();
  }

  Function function() {
    return made.function();
  }

  boolean is(Function... functions) {
    return made.is(functions);
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

  boolean succeeded() {
    return made.succeeded();
  }

  /** The name of the error; empty where there was none. */
  String errno() {
    Result result = made.result();
    return result == null || result.errno() == null ? "" : result.errno().name();
  }

  /** Whether it is a call that gives data. */
  boolean receives() {
    return function().receives();
  }

  /** The argument at that place; null where it is missing. */
  @Nullable Argument given(int index) {
    return made.call().argument(index).orElse(null);
  }

  /** An argument as a lesson writes it. */
  String argument(int index) {
    return made.call().arguments().get(index).toString();
  }

  /** The descriptor that a number stands for, where dup2() is to give one to itself; else null. */
  @Nullable Handle itself(long number) {
    boolean same = call().descriptor().orElse(-1) == number;
    return same && is(Function.DUP2, Function.DUP3) ? on : null;
  }

  boolean hasPointer() {
    return call().arguments().stream().anyMatch(Argument.Pointer.class::isInstance);
  }

  /** What it sends; nothing where it has a pointer to no memory. */
  Bytes data() {
    return call().data();
  }
}
