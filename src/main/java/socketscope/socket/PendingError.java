package socketscope.socket;

import java.util.OptionalLong;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Result;

/** The error that waits in a socket, as getsockopt() gives it out with SO_ERROR (socket(7)). */
final class PendingError {

  private PendingError() {}

  /** The error's number, 0 for none; empty where the call asked for another option. */
  static OptionalLong taken(Call call, Result result) {
    boolean asked = call.is("level", "SOL_SOCKET") && call.is("optname", "SO_ERROR");
    return asked && result.written() instanceof Argument.Number(long error)
        ? OptionalLong.of(error)
        : OptionalLong.empty();
  }

  /** The errno's name on Linux, where it is one that a connection can leave. */
  static String name(long number) {
    return switch ((int) number) {
      case 32 -> "EPIPE";
      case 101 -> "ENETUNREACH";
      case 104 -> "ECONNRESET";
      case 110 -> "ETIMEDOUT";
      case 111 -> "ECONNREFUSED";
      case 113 -> "EHOSTUNREACH";
      default -> "ECONNABORTED";
    };
  }
}
