package socketscope.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.Role;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.TcpState;
import socketscope.queue.Queues;
import socketscope.socket.SocketKind;
import socketscope.state.Kind;
import socketscope.state.SocketHistory;

/** How the programs stand of which nothing is seen but their packets, as in a capture. */
public final class ForeignStatuses {

  private ForeignStatuses() {}

  /**
   * The foreign programs, in the order in which they were seen.
   *
   * @param events in the order of their time
   * @param states what became of the sockets in them
   */
  public static List<ProgramStatus> of(List<Event> events, List<SocketHistory> states) {
    Map<SocketId, SocketHistory> histories =
        states.stream()
            .filter(history -> history.socket() != null)
            .collect(Collectors.toMap(SocketHistory::socket, each -> each, (_, later) -> later));
    Map<String, List<SocketStatus>> sockets = new LinkedHashMap<>();
    Map<String, ForeignSocketSeen> first = new LinkedHashMap<>();
    for (Event event : events) {
      if (event instanceof ForeignSocketSeen seen) {
        first.putIfAbsent(seen.program(), seen);
        sockets
            .computeIfAbsent(seen.program(), _ -> new ArrayList<>())
            .add(socket(seen, histories.get(seen.socket())));
      }
    }
    return first.values().stream()
        .map(seen -> program(seen.program(), seen.role(), sockets.get(seen.program())))
        .toList();
  }

  private static ProgramStatus program(String name, Role role, List<SocketStatus> sockets) {
    return new ProgramStatus(
        name, role, 0, null, null, false, List.of(), sockets, List.of(), Map.of(), Map.of(),
        Map.of());
  }

  private static SocketStatus socket(ForeignSocketSeen seen, @Nullable SocketHistory history) {
    boolean tcp = history != null && history.kind() == Kind.TCP;
    TcpState state = tcp ? history.state() : null;
    return new SocketStatus(
        seen.socket(),
        history == null ? 0 : history.number(),
        seen.descriptor(),
        kind(seen),
        seen.type(),
        false,
        false,
        state == TcpState.CLOSED,
        state,
        seen.local(),
        seen.peer(),
        Queues.UNKNOWN,
        -1,
        -1,
        List.of(),
        null);
  }

  private static SocketKind kind(ForeignSocketSeen seen) {
    boolean four = seen.local() instanceof SocketAddress.Inet4;
    return new SocketKind(
        four ? SocketKind.Family.INET : SocketKind.Family.INET6,
        seen.type().equals("SOCK_STREAM") ? SocketKind.Type.STREAM : SocketKind.Type.DATAGRAM,
        0);
  }
}
