package socketscope.code;

import java.util.List;
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
 * @param second the variable that keeps the other descriptor of socketpair(); null for other calls
 * @param watched what poll() watches, in order
 * @param keeps the variable that keeps the address that it is told, for later calls; else null
 */
record Step(
    Deed.Made made,
    @Nullable Handle on,
    @Nullable Handle creates,
    @Nullable Handle second,
    List<Handle> watched,
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

  /** Whether it is a call that data is given to. */
  boolean sends() {
    return switch (function()) {
      case SEND, SENDTO, WRITE -> true;
      default -> false;
    };
  }

  /** Whether it is a call that gives data. */
  boolean receives() {
    return switch (function()) {
      case RECV, RECVFROM, READ -> true;
      default -> false;
    };
  }

  /** Whether it is a call that can tell an address. */
  boolean tellsAddress() {
    return switch (function()) {
      case ACCEPT, RECVFROM, GETSOCKNAME, GETPEERNAME -> true;
      default -> false;
    };
  }

  boolean succeeded() {
    return made.succeeded();
  }

  /** The argument at that place; null where it is missing. */
  @Nullable Argument given(int index) {
    return made.call().argument(index).orElse(null);
  }

  /** An argument as a lesson writes it. */
  String argument(int index) {
    return made.call().arguments().get(index).toString();
  }

  /** What it sends; nothing where it has a pointer to no memory. */
  Bytes data() {
    return made.call().arguments().get(1) instanceof Argument.Data(Bytes bytes)
        ? bytes
        : Bytes.utf8("");
  }

  /** How much room it asks for, in bytes. */
  long size() {
    return switch (made.call().arguments().get(1)) {
      case Argument.Number(long size) -> size;
      case Argument.Pointer(_, long size) -> size;
      default -> throw new IllegalArgumentException(made.call().toString());
    };
  }
}
