package socketscope.json;

import java.util.ArrayList;
import java.util.List;
import socketscope.constant.Constants;
import socketscope.event.Call;
import socketscope.event.Service;
import socketscope.json.JsonFormatException.Fault;

/** What the lab asks of a program, one line each. */
public sealed interface Request {

  /**
   * Make a system call, on the thread of its socket.
   *
   * @param thread which of the threads that the user speaks of; a call of thread 2 is made even
   *     while the socket's thread 1 is blocked
   */
  record MakeCall(long callId, Call call, int thread) implements Request {

    /** A call of the first thread. */
    public MakeCall(long callId, Call call) {
      this(callId, call, 1);
    }
  }

  /**
   * Make system calls one right after another, on the thread of the first one's socket: all are
   * prepared before the first is made, and reported after the last.
   */
  record MakeCalls(List<MakeCall> calls) implements Request {

    /** Keeps a copy. */
    public MakeCalls {
      calls = List.copyOf(calls);
    }
  }

  /** Interrupt a call that is blocked, with a signal: it returns EINTR. */
  record InterruptCall(long callId) implements Request {}

  /** Ask the kernel about every open socket, and report what has changed. */
  record Observe() implements Request {}

  /**
   * Serve the connections of a listener from now on, on threads of your own.
   *
   * @param firstCall the identity of the first call made for that; the next ones count up from it
   */
  record Serve(long firstCall, int listener, Service service) implements Request {}

  /**
   * Call fork(), on a thread that makes calls without a descriptor.
   *
   * @param thread as of {@link MakeCall}
   * @param child the name of the program that comes of it
   * @param command starts that program, and is given what the process inherits as more arguments
   */
  record Fork(long callId, int thread, String child, List<String> command) implements Request {

    /** Keeps a copy. */
    public Fork {
      command = List.copyOf(command);
    }
  }

  /** The line of this request, without its end. */
  default String toJson() {
    return switch (this) {
      case MakeCall(long callId, Call call, int thread) ->
          CallJson.write(
                  new JsonLine().put("request", "call").put("call", callId).put("thread", thread),
                  call)
              .end();
      case MakeCalls(List<MakeCall> calls) ->
          new JsonLine()
              .put("request", "calls")
              .put("calls", calls.stream().map(MakeCall::toJson).toList())
              .end();
      case InterruptCall(long callId) ->
          new JsonLine().put("request", "interrupt").put("call", callId).end();
      case Serve(long firstCall, int listener, Service service) ->
          new JsonLine()
              .put("request", "serve")
              .put("call", firstCall)
              .put("listener", listener)
              .put("service", service)
              .end();
      case Fork(long callId, int thread, String child, List<String> command) ->
          new JsonLine()
              .put("request", "fork")
              .put("call", callId)
              .put("thread", thread)
              .put("child", child)
              .put("command", command)
              .end();
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
      case "call" -> call(fields);
      case "calls" -> {
        List<MakeCall> calls = new ArrayList<>();
        for (String call : fields.texts("calls")) {
          calls.add(call(JsonFields.parse(call)));
        }
        yield new MakeCalls(calls);
      }
      case "interrupt" -> new InterruptCall(fields.number("call"));
      case "serve" ->
          new Serve(
              fields.number("call"),
              fields.integer("listener"),
              EventJson.name(fields, "service", Service.class));
      case "fork" ->
          new Fork(
              fields.number("call"),
              fields.integer("thread"),
              fields.text("child"),
              fields.texts("command"));
      case "observe" -> new Observe();
      default -> throw new JsonFormatException(Fault.UNKNOWN_KIND, kind);
    };
  }

  private static MakeCall call(JsonFields fields) throws JsonFormatException {
    return new MakeCall(
        fields.number("call"), CallJson.call(fields, Constants.local()), fields.integer("thread"));
  }
}
