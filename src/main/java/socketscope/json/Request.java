package socketscope.json;

import socketscope.event.Call;
import socketscope.json.JsonFormatException.Fault;

/** What the lab asks of a program, one line each. */
public sealed interface Request {

  /** Make a system call, on the thread of its socket. */
  record MakeCall(long callId, Call call) implements Request {}

  /** Interrupt a call that is blocked, with a signal: it returns EINTR. */
  record InterruptCall(long callId) implements Request {}

  /** Ask the kernel about every open socket, and report what has changed. */
  record Observe() implements Request {}

  /** The line of this request, without its end. */
  default String toJson() {
    return switch (this) {
      case MakeCall(long callId, Call call) ->
          CallJson.write(new JsonLine().put("request", "call").put("call", callId), call).end();
      case InterruptCall(long callId) ->
          new JsonLine().put("request", "interrupt").put("call", callId).end();
      case Observe() -> new JsonLine().put("request", "observe").end();
    };
  }

  /**
   * Reads the line of a request.
   *
   * @throws JsonFormatException where it is none
   */
  static Request parse(String line) throws JsonFormatException {
    JsonFields fields = JsonFields.parse(line);
    String kind = fields.text("request");
    return switch (kind) {
      case "call" -> new MakeCall(fields.number("call"), CallJson.call(fields));
      case "interrupt" -> new InterruptCall(fields.number("call"));
      case "observe" -> new Observe();
      default -> throw new JsonFormatException(Fault.UNKNOWN_KIND, kind);
    };
  }
}
