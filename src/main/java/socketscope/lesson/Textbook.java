package socketscope.lesson;

import static socketscope.event.Function.ACCEPT;
import static socketscope.event.Function.BIND;
import static socketscope.event.Function.CLOSE;
import static socketscope.event.Function.CONNECT;
import static socketscope.event.Function.LISTEN;
import static socketscope.event.Function.RECV;
import static socketscope.event.Function.RECVFROM;
import static socketscope.event.Function.SEND;
import static socketscope.event.Function.SENDTO;
import static socketscope.event.Function.SOCKET;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.ProgramEnded;
import socketscope.event.Role;
import socketscope.event.SocketId;

/**
 * The order of calls in the textbook's example of an exchange, to highlight the next one where
 * somebody makes calls freely. It forbids nothing.
 */
public enum Textbook {
  /** A client that asks and closes, and a server that answers: any type with connections. */
  TCP(
      List.of(SOCKET, CONNECT, SEND, RECV, CLOSE),
      List.of(SOCKET, BIND, LISTEN, ACCEPT, RECV, SEND, RECV, CLOSE, CLOSE),
      CONNECT,
      LISTEN),
  /** A datagram each way, between two sockets that both have an address of their own. */
  UDP(
      List.of(SOCKET, BIND, SENDTO, RECVFROM, CLOSE),
      List.of(SOCKET, BIND, RECVFROM, SENDTO, CLOSE),
      SENDTO,
      BIND),
  /** An ICMP echo request; the kernel itself answers. A server may look on, and need not. */
  RAW(List.of(SOCKET, SENDTO, RECVFROM, RECVFROM, CLOSE), List.of(), CONNECT, LISTEN);

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Function> client;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Function> server;

  private final Function waiting;
  private final Function awaited;

  Textbook(List<Function> client, List<Function> server, Function waiting, Function awaited) {
    this.client = client;
    this.server = server;
    this.waiting = waiting;
    this.awaited = awaited;
  }

  /**
   * The textbook's next call of that program after those events. Empty at the end of the example,
   * while the program is blocked in its latest call of it, and where it would come too early: a
   * client that connects before anybody listens, or sends before anybody has bound.
   *
   * @param events in the order of their time
   */
  public Optional<NextCall> next(String program, List<Event> events) {
    Role role = Role.of(program);
    TextbookProgress progress =
        new TextbookProgress(program, role == Role.CLIENT ? client : server);
    events.forEach(progress::add);
    Optional<NextCall> next = progress.next();
    boolean early = role == Role.CLIENT && !serverReady(events);
    return next.filter(call -> !(early && call.function() == waiting));
  }

  /** Whether a socket of a server waits for clients; one that is closed does not any more. */
  private boolean serverReady(List<Event> events) {
    Map<Long, CallStarted> running = new HashMap<>();
    Set<SocketId> ready = new HashSet<>();
    for (Event event : events) {
      if (Role.of(event.program()) == Role.CLIENT) {
        continue;
      }
      if (event instanceof CallStarted started) {
        running.put(started.callId(), started);
      } else if (event instanceof ProgramEnded) {
        ready.removeIf(socket -> socket.program().equals(event.program()));
      } else if (event instanceof CallReturned returned) {
        CallStarted started = running.remove(returned.callId());
        SocketId socket = started == null ? null : started.socket();
        if (socket != null && !returned.result().failed()) {
          if (started.call().function() == awaited) {
            ready.add(socket);
          } else if (started.call().function() == CLOSE) {
            ready.remove(socket);
          }
        }
      }
    }
    return !ready.isEmpty();
  }

  /**
   * The call that the textbook makes next in a program.
   *
   * @param socket on which one; null for socket()
   */
  public record NextCall(Function function, @Nullable SocketId socket) {}
}
