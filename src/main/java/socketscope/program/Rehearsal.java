package socketscope.program;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import socketscope.constant.Constants;
import socketscope.constant.ValueForm;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Errno;
import socketscope.event.Function;
import socketscope.event.Notation;
import socketscope.event.NotationException;
import socketscope.event.Parameter;
import socketscope.event.Place;
import socketscope.event.Result;
import socketscope.event.Service;
import socketscope.json.JsonFormatException;
import socketscope.json.Request;
import socketscope.syscall.local.LocalSystem;

/**
 * Goes through everything that a program does, once, without a system call on a socket.
 *
 * <p>Two reasons. What Java does when code runs for the first time takes milliseconds, and must not
 * look as if the kernel had taken them. And it opens files to load classes: while the user's calls
 * are made, a file must not take a descriptor that would have been a socket's, nor be closed by a
 * user who closes a descriptor twice.
 */
final class Rehearsal {

  private static final List<String> ADDRESSES = List.of("127.0.0.1:0", "[::1]:0", "unix:a");

  private Rehearsal() {}

  static void of(String program, LocalSystem system) {
    Reporter nobody = new Reporter(program, OutputStream.nullOutputStream());
    RequestHandler handler = new RequestHandler(program, Place.SHARED, system.silent(), nobody);
    system.rehearseCalls();
    try {
      List<Call> examples = examples();
      for (Call call : examples) {
        handler.take(Request.parse(new Request.MakeCall(0, call).toJson()));
        if (call.is(Function.SOCKET, Function.BIND, Function.LISTEN, Function.ACCEPT)) {
          handler.take(Request.parse(new Request.Observe().toJson()));
        }
      }
      List<Request.MakeCall> several =
          examples.stream()
              .filter(call -> call.is(Function.SEND, Function.SENDMSG, Function.SETSOCKOPT))
              .map(call -> new Request.MakeCall(0, call))
              .toList();
      handler.take(Request.parse(new Request.MakeCalls(several).toJson()));
      handler.take(Request.parse(new Request.Fork(0, 1, program, List.of(program)).toJson()));
      handler.take(Request.parse(new Request.InterruptCall(0).toJson()));
      Result message = withControlMessages();
      nobody.report(stamp -> new CallReturned(stamp, 0, null, null, message));
      for (Service service : Service.values()) {
        Request.parse(new Request.Serve(0, 0, service).toJson());
        handler.rehearse(service, 0);
      }
      handler.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (JsonFormatException | NotationException e) {
      throw new IllegalStateException(e);
    }
    Result failed = Result.failed(new Errno(0, ""));
    nobody.report(stamp -> new CallReturned(stamp, 0, null, null, failed));
  }

  /** What is told of a message that has brought something beside its bytes. */
  private static Result withControlMessages() throws NotationException {
    Constants constants = Constants.local();
    long ip = constants.number("IPPROTO_IP").orElse(0);
    long information = constants.number("IP_PKTINFO").orElse(0);
    ValueForm form = constants.controlForm(ip, information);
    String decoded = form.decode(new byte[form.size()]).toString();
    String type = constants.controlType(ip, information).spelled();
    return Result.of(0)
        .withDescriptors(List.of(0))
        .withWritten(
            Notation.written(
                "[{msg_flags=MSG_TRUNC, msg_control=[{0, " + type + ", " + decoded + "}]}]",
                constants));
  }

  /**
   * Every call, on a socket that socket() seems to have made; those with an address with one of
   * each family.
   */
  private static List<Call> examples() throws NotationException {
    List<Call> calls = new ArrayList<>();
    for (String address : ADDRESSES) {
      for (Function function : Function.values()) {
        if (!address.equals(ADDRESSES.getFirst()) && !takesAddress(function.parameters())) {
          continue;
        }
        List<String> arguments = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
          arguments.add(example(parameter, address));
        }
        calls.add(Call.parse(function, arguments));
      }
    }
    return calls;
  }

  private static boolean takesAddress(List<Parameter> parameters) {
    return parameters.stream()
        .anyMatch(parameter ->
            parameter.kind() == Parameter.Kind.ADDRESS || takesAddress(parameter.parts()));
  }

  private static String example(Parameter parameter, String address) {
    return switch (parameter.kind()) {
      case DESCRIPTOR, NUMBER, SIZE, ROOM, VALUE, REQUEST, WORD, ENTRIES, CONTROL -> "0";
      case CONSTANT ->
          switch (parameter.name()) {
            case "domain" -> "AF_INET";
            case "type" -> "SOCK_STREAM";
            default -> "0";
          };
      case DATA -> "\"\"";
      case ADDRESS -> address;
      case PATH -> "unix:a";
      case POINTER -> "NULL";
      case SEQUENCE -> "[" + example(parameter.parts().getFirst(), address) + "]";
      case STRUCTURE ->
          parameter.parts().stream()
              .map(field -> field.name() + "=" + example(field, address))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
