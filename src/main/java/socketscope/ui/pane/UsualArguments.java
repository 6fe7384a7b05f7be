package socketscope.ui.pane;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.SocketId;
import socketscope.status.ProgramStatus;
import socketscope.status.UsualDescriptor;
import socketscope.ui.model.Plan;

/** What stands in the argument fields until the user types something else. */
final class UsualArguments {

  private UsualArguments() {}

  /** The texts, one for each parameter. */
  static List<String> of(
      Function function, Plan plan, ProgramStatus program, @Nullable SocketId selected) {
    String descriptor = Integer.toString(UsualDescriptor.of(program, function, selected));
    return switch (function) {
      case SOCKET -> List.of(plan.family().domain(), plan.exchange().socketType(), "0");
      case BIND -> List.of(descriptor, plan.address(program.role()));
      case LISTEN -> List.of(descriptor, "128");
      case ACCEPT, CLOSE, GETSOCKNAME, GETPEERNAME -> List.of(descriptor);
      case CONNECT -> List.of(descriptor, plan.address(Role.SERVER));
      case SEND -> List.of(descriptor, "\"hola\"", "0");
      case RECV, RECVFROM -> List.of(descriptor, "1024", "0");
      case SENDTO -> List.of(descriptor, "\"hola\"", "0", destination(plan, program));
      case READ -> List.of(descriptor, "1024");
      case WRITE -> List.of(descriptor, "\"hola\"");
      case SHUTDOWN -> List.of(descriptor, "SHUT_WR");
      case GETSOCKOPT -> List.of(descriptor, "SOL_SOCKET", "SO_ERROR");
      case SETSOCKOPT -> List.of(descriptor, "SOL_SOCKET", "SO_REUSEADDR", "1");
      case FCNTL -> List.of(descriptor, "F_SETFL", "O_NONBLOCK");
      case IOCTL -> List.of(descriptor, "FIONREAD");
    };
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
