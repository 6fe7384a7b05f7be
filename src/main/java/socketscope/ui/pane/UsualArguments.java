package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Parameter;
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
    List<String> texts = new ArrayList<>();
    for (Parameter parameter : function.parameters()) {
      if (!parameter.optional()) {
        texts.add(usual(parameter, function, plan, program, selected));
      }
    }
    return texts;
  }

  private static String usual(
      Parameter parameter,
      Function function,
      Plan plan,
      ProgramStatus program,
      @Nullable SocketId selected) {
    return switch (parameter.kind()) {
      case DESCRIPTOR -> descriptor(function, program, selected);
      case DATA -> plan.data();
      case SIZE -> "1024";
      case ENTRIES -> "8";
      case ADDRESS ->
          function == Function.BIND
              ? plan.address(program.role())
              : function.sends() ? destination(plan, program) : plan.address(Role.SERVER);
      case PATH ->
          plan.address(Role.SERVER).startsWith("unix:") ? plan.address(Role.SERVER) : "unix:name";
      case NUMBER -> parameter.name().equals("backlog") ? "128" : "0";
      case VALUE -> "1";
      case CONSTANT, WORD -> constant(parameter, function, plan);
      case STRUCTURE -> structure(parameter, function, plan, program, selected);
      case SEQUENCE ->
          "[" + usual(parameter.parts().getFirst(), function, plan, program, selected) + "]";
      case CONTROL, ROOM, REQUEST, POINTER -> "NULL";
    };
  }

  /** By their names where some fields are left out. */
  private static String structure(
      Parameter parameter,
      Function function,
      Plan plan,
      ProgramStatus program,
      @Nullable SocketId selected) {
    boolean all = parameter.parts().stream().noneMatch(Parameter::optional);
    return parameter.parts().stream()
        .filter(part -> !part.optional())
        .map(
            part -> (all ? "" : part.name() + "=") + usual(part, function, plan, program, selected))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String constant(Parameter parameter, Function function, Plan plan) {
    return switch (Objects.requireNonNull(parameter.constants())) {
      case ADDRESS_FAMILY -> function == Function.SOCKETPAIR ? "AF_UNIX" : plan.domain();
      case SOCKET_TYPE ->
          function == Function.SOCKETPAIR ? pairType(plan) : plan.exchange().socketType();
      case PROTOCOL -> function == Function.SOCKETPAIR ? "0" : plan.protocol();
      case SHUTDOWN_HOW -> "SHUT_WR";
      case LEVEL -> "SOL_SOCKET";
      case OPTION -> function == Function.GETSOCKOPT ? "SO_ERROR" : "SO_REUSEADDR";
      case FCNTL_COMMAND -> "F_SETFL";
      case FILE_FLAGS -> "O_NONBLOCK";
      case IOCTL_REQUEST -> "FIONREAD";
      case POLL_EVENTS -> "POLLIN|POLLOUT";
      case EPOLL_EVENTS -> "EPOLLIN";
      case EPOLL_OPERATION -> "EPOLL_CTL_ADD";
      case ACCEPT_FLAGS -> "SOCK_NONBLOCK";
      default -> Objects.requireNonNullElse(parameter.usual(), "0");
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
