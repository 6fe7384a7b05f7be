package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.SocketId;
import socketscope.status.ProgramStatus;
import socketscope.status.UsualDescriptor;
import socketscope.ui.model.Exchange;
import socketscope.ui.model.Plan;

/** What stands in the argument fields until the user types something else. */
final class UsualArguments {

  /** Of more bytes than that, those of a file, not all are written out. */
  static final int LONGEST = 1024;

  private UsualArguments() {}

  /** The texts, one for each parameter. */
  static List<String> of(
      Function function, Plan plan, ProgramStatus program, @Nullable SocketId selected) {
    Call made = program.calls().get(function);
    return made == null
        ? first(function, plan, program, selected)
        : again(made, plan, program, selected);
  }

  /** As it was last called, on the socket that is at hand now. */
  private static List<String> again(
      Call made, Plan plan, ProgramStatus program, @Nullable SocketId selected) {
    List<String> texts =
        new ArrayList<>(
            made.arguments().stream().map(argument -> written(argument, plan)).toList());
    long required =
        made.function().parameters().stream().filter(parameter -> !parameter.optional()).count();
    while (texts.size() > required) {
      String last = texts.removeLast();
      texts.set(texts.size() - 1, texts.getLast() + ", " + last);
    }
    if (made.descriptor().isPresent() && (required > 1 || made.arguments().size() == 1)) {
      texts.set(0, descriptor(made.function(), program, selected));
    }
    return texts;
  }

  /** Bytes that are no text are easier to read, and to change, as digits. */
  private static String written(Argument argument, Plan plan) {
    if (!(argument instanceof Argument.Data(Bytes bytes))) {
      return argument.toString();
    }
    if (bytes.unit().length() > LONGEST) {
      return plan.data(); // the content of a file
    }
    boolean text = bytes.count() > 1 || !bytes.escaped().contains("\\x");
    return text ? argument.toString() : "hex:" + bytes.hex();
  }

  private static String descriptor(
      Function function, ProgramStatus program, @Nullable SocketId selected) {
    return Integer.toString(UsualDescriptor.of(program, function, selected));
  }

  private static List<String> first(
      Function function, Plan plan, ProgramStatus program, @Nullable SocketId selected) {
    String descriptor = descriptor(function, program, selected);
    return switch (function) {
      case SOCKET -> List.of(plan.domain(), plan.exchange().socketType(), plan.protocol());
      case BIND -> List.of(descriptor, plan.address(program.role()));
      case LISTEN -> List.of(descriptor, "128");
      case ACCEPT, CLOSE, GETSOCKNAME, GETPEERNAME -> List.of(descriptor);
      case CONNECT -> List.of(descriptor, plan.address(Role.SERVER));
      case SEND -> List.of(descriptor, plan.data(), "0");
      case RECV, RECVFROM -> List.of(descriptor, "1024", "0");
      case SENDTO -> List.of(descriptor, plan.data(), "0", destination(plan, program));
      case READ -> List.of(descriptor, "1024");
      case WRITE -> List.of(descriptor, plan.data());
      case SHUTDOWN -> List.of(descriptor, "SHUT_WR");
      case GETSOCKOPT -> List.of(descriptor, "SOL_SOCKET", "SO_ERROR");
      case SETSOCKOPT -> List.of(descriptor, "SOL_SOCKET", "SO_REUSEADDR", "1");
      case FCNTL -> List.of(descriptor, "F_SETFL", "O_NONBLOCK");
      case IOCTL -> List.of(descriptor, "FIONREAD");
      case SOCKETPAIR -> List.of("AF_UNIX", pairType(plan), "0");
      case DUP -> List.of(descriptor);
      case POLL -> List.of("[{" + descriptor + ", POLLIN|POLLOUT}]", "0");
    };
  }

  /** There are no raw sockets of AF_UNIX. */
  private static String pairType(Plan plan) {
    return plan.exchange() == Exchange.RAW ? "SOCK_STREAM" : plan.exchange().socketType();
  }

  /** Whoever sent the last datagram; before there was one, the textbook's other side. */
  private static String destination(Plan plan, ProgramStatus program) {
    Map<Function, Result> results = program.results();
    Result received = results.get(Function.RECVFROM);
    Role other = program.role() == Role.CLIENT ? Role.SERVER : Role.CLIENT;
    return received == null || received.address() == null
        ? plan.address(other)
        : Objects.toString(received.address());
  }
}
