package socketscope.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.code.Action.CallMade;
import socketscope.event.CallBlocked;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.Function;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.ServiceEnded;
import socketscope.event.ServiceStarted;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;

/** What the programs of an experiment did, gathered from its events. */
final class History {

  private String title = "";
  private final Set<String> programs = new LinkedHashSet<>();
  private final List<Action> actions = new ArrayList<>();
  private final List<Server> servers = new ArrayList<>();
  private final Map<SocketId, SocketAddress> locals = new HashMap<>();

  private final Map<Long, CallStarted> started = new LinkedHashMap<>();
  private final Set<Long> blocked = new LinkedHashSet<>();
  private final Map<Long, CallReturned> returned = new HashMap<>();
  private final Map<String, Server> serving = new HashMap<>();
  private final Map<SocketId, Server> served = new HashMap<>();
  private final Map<Long, Server> madeBy = new HashMap<>();

  private History() {}

  static History of(List<Event> events) {
    History history = new History();
    events.forEach(history::add);
    for (CallStarted call : history.started.values()) {
      history.programs.add(call.program());
      history.actions.add(history.made(call));
    }
    history.actions.sort(Comparator.comparingLong(Action::began));
    // The ends after the last call are the experiment's, and change nothing any more.
    while (!history.actions.isEmpty() && history.actions.getLast() instanceof Action.ProgramEnd) {
      history.actions.removeLast();
    }
    return history;
  }

  private void add(Event event) {
    switch (event) {
      case ExperimentStarted first -> title = first.title();
      case ProgramStarted program -> programs.add(program.program());
      case CallStarted call -> {
        started.put(call.callId(), call);
        Server server = serving.getOrDefault(thread(call), served.get(call.socket()));
        if (server != null) {
          madeBy.put(call.callId(), server);
        }
      }
      case CallBlocked call -> blocked.add(call.callId());
      case CallReturned call -> {
        returned.put(call.callId(), call);
        Server server = madeBy.get(call.callId());
        if (server != null && call.created() != null) {
          served.put(call.created(), server);
        }
      }
      case ServiceStarted begun -> {
        Server server =
            new Server(
                begun.program(),
                begun.service(),
                begun.descriptor(),
                begun.thread(),
                begun.stamp().nanos());
        servers.add(server);
        serving.put(begun.program() + " " + begun.thread(), server);
      }
      case ServiceEnded end -> serving.remove(end.program() + " " + end.thread());
      case SocketObserved seen when seen.local() != null -> locals.put(seen.socket(), seen.local());
      case ProgramEnded end -> actions.add(new Action.ProgramEnd(end.program(), end.stamp().nanos()));
      case Event _ -> {}
    }
  }

  private static String thread(CallStarted call) {
    return call.program() + " " + call.thread();
  }

  private CallMade made(CallStarted call) {
    CallReturned answer = returned.get(call.callId());
    boolean interrupted =
        answer != null
            && answer.result().errno() != null
            && answer.result().errno().name().equals("EINTR");
    boolean over = answer != null && !interrupted;
    return new CallMade(
        call.program(),
        call.callId(),
        call.thread(),
        madeBy.get(call.callId()),
        call.call(),
        call.socket(),
        over ? answer.created() : null,
        over ? answer.second() : null,
        over ? answer.result() : null,
        blocked.contains(call.callId()),
        interrupted,
        call.stamp().nanos(),
        over ? answer.stamp().nanos() : Long.MAX_VALUE);
  }

  /** The experiment's. */
  String title() {
    return title;
  }

  /** In the order of their start. */
  List<String> programs() {
    return List.copyOf(programs);
  }

  /** In the order in which they began. */
  List<Action> actions() {
    return actions;
  }

  List<Action> of(String program) {
    return actions.stream().filter(action -> action.program().equals(program)).toList();
  }

  /** All calls, in the order in which they began. */
  Stream<CallMade> calls() {
    return actions.stream().filter(CallMade.class::isInstance).map(CallMade.class::cast);
  }

  /** The calls of a program. */
  Stream<CallMade> calls(String program) {
    return calls().filter(made -> made.program().equals(program));
  }

  /** The servers of a program that went on by themselves. */
  List<Server> servers(String program) {
    return servers.stream().filter(server -> server.program().equals(program)).toList();
  }

  /** The address that the kernel named for a socket; null where it named none. */
  @Nullable SocketAddress local(@Nullable SocketId socket) {
    return locals.get(socket);
  }

  /**
   * Whether a connect() was refused because a socket was bound to its address, and listened only
   * later.
   */
  boolean connectsEarly() {
    return calls()
        .filter(call -> call.is(Function.CONNECT) && call.failedWith("ECONNREFUSED"))
        .anyMatch(connect ->
            calls()
                .anyMatch(bind ->
                    bind.is(Function.BIND)
                        && bind.succeeded()
                        && bind.began() < connect.began()
                        && Objects.equals(bind.address(), connect.address())
                        && listens(bind.socket(), connect.began())));
  }

  private boolean listens(@Nullable SocketId socket, long after) {
    return calls()
        .anyMatch(made ->
            made.is(Function.LISTEN)
                && made.succeeded()
                && Objects.equals(made.socket(), socket)
                && made.began() > after);
  }

  /** Whether its program did something else while it slept, so that it needs a thread. */
  boolean needsThread(CallMade made) {
    return made.result() == null
        || actions.stream()
            .anyMatch(other ->
                other.sharesThread(made)
                    && other.began() > made.began()
                    && other.began() < made.returned());
  }
}
