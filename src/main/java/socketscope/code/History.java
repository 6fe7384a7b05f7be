package socketscope.code;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.code.Action.CallMade;
import socketscope.code.Action.ServerLoop;
import socketscope.event.Bytes;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.Function;
import socketscope.event.Function.WaitsFor;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.ServiceEnded;
import socketscope.event.ServiceStarted;
import socketscope.event.SocketAddress;
import socketscope.socket.CallLog;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;

/** What the programs of an experiment did, gathered from its events. */
final class History {

  private String title = "";
  private final Set<String> programs = new LinkedHashSet<>();
  private final List<Action> actions = new ArrayList<>();
  private final List<ServerLoop> servers = new ArrayList<>();

  private final CallLog log = new CallLog();
  private final Map<Long, SocketRecord> before = new HashMap<>();
  private final Map<Long, List<SocketRecord>> created = new HashMap<>();
  private final Map<Long, List<Integer>> watched = new HashMap<>();
  private final Map<String, Set<Integer>> lists = new HashMap<>();
  private final Map<String, ServerLoop> serving = new HashMap<>();
  private final Map<Integer, ServerLoop> served = new HashMap<>();
  private final Map<Long, ServerLoop> madeBy = new HashMap<>();

  private History() {}

  static History of(List<Event> events) {
    History history = new History();
    events.forEach(history::add);
    for (MadeCall call : history.log.calls()) {
      if (call.started() != null) {
        history.programs.add(call.program());
        history.actions.add(history.made(call));
      }
    }
    history.actions.sort(Comparator.comparingLong(Action::began));
    // The ends after the last call are the experiment's, and change nothing any more.
    while (!history.actions.isEmpty() && history.actions.getLast() instanceof Action.ProgramEnd) {
      history.actions.removeLast();
    }
    return history;
  }

  private void add(Event event) {
    MadeCall made = log.add(event);
    switch (event) {
      case ExperimentStarted first -> title = first.title();
      case ProgramStarted program -> programs.add(program.program());
      case CallStarted _ when made != null -> started(made);
      case CallReturned returned when made != null -> {
        listed(made);
        List<SocketRecord> sockets =
            Stream.of(
                    Optional.ofNullable(returned.created()), Optional.ofNullable(returned.second()))
                .flatMap(id -> log.model().socket(id.orElse(null)).stream())
                .toList();
        created.put(made.id(), sockets);
        if (madeBy.containsKey(made.id())) {
          sockets.forEach(socket -> served.put(socket.number(), madeBy.get(made.id())));
        }
      }
      case ServiceStarted begun -> {
        ServerLoop server =
            new ServerLoop(
                begun.program(),
                begun.service(),
                begun.descriptor(),
                begun.thread(),
                begun.stamp().nanos());
        servers.add(server);
        serving.put(begun.program() + " " + begun.thread(), server);
      }
      case ServiceEnded end -> serving.remove(end.program() + " " + end.thread());
      case ProgramEnded end ->
          actions.add(new Action.ProgramEnd(end.program(), end.stamp().nanos()));
      case Event _ -> {}
    }
  }

  private void started(MadeCall made) {
    log.model().socket(made).ifPresent(socket -> before.put(made.id(), socket));
    if (made.function().waitsFor() == WaitsFor.READINESS) {
      Stream<Integer> listed = lists.getOrDefault(list(made), Set.of()).stream();
      watched.put(
          made.id(),
          Stream.concat(made.call().descriptors().stream().flatMap(d -> socket(made, d)), listed)
              .toList());
    }
    String thread = made.program() + " " + made.thread();
    ServerLoop server = serving.getOrDefault(thread, served.get(made.socketNumber()));
    if (server != null) {
      madeBy.put(made.id(), server);
    }
  }

  private Stream<Integer> socket(MadeCall made, int descriptor) {
    return log.model().socket(made.program(), descriptor).map(SocketRecord::number).stream();
  }

  /** The list that epoll_ctl() changes and epoll_wait() watches. */
  private static String list(MadeCall made) {
    return made.program() + " " + made.call().descriptor().orElse(-1);
  }

  private void listed(MadeCall made) {
    if (made.is(Function.EPOLL_CTL) && made.succeeded()) {
      Set<Integer> list = lists.computeIfAbsent(list(made), _ -> new LinkedHashSet<>());
      List<Integer> changed = socket(made, made.call().descriptors().getLast()).toList();
      if (made.call().is("op", "EPOLL_CTL_DEL")) {
        changed.forEach(list::remove);
      } else {
        list.addAll(changed);
      }
    }
  }

  private CallMade made(MadeCall call) {
    return new CallMade(
        call,
        madeBy.get(call.id()),
        before.get(call.id()),
        created.getOrDefault(call.id(), List.of()),
        watched.getOrDefault(call.id(), List.of()));
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

  /** The files that the calls of a program have made, and that none has taken away again. */
  List<String> files(String program) {
    return calls(program)
        .filter(bind -> bind.is(Function.BIND) && bind.succeeded())
        .filter(bind ->
            bind.address() instanceof SocketAddress.Unix(boolean hidden, Bytes name)
                && !hidden
                && name.length() > 0)
        .filter(bind ->
            calls()
                .noneMatch(unlink ->
                    unlink.is(Function.UNLINK)
                        && unlink.succeeded()
                        && unlink.began() > bind.began()
                        && Objects.equals(unlink.address(), bind.address())))
        .map(bind -> ((SocketAddress.Unix) bind.address()).name())
        .map(name -> new String(name.toArray(), StandardCharsets.UTF_8))
        .distinct()
        .toList();
  }

  /** The servers of a program that went on by themselves. */
  List<ServerLoop> servers(String program) {
    return servers.stream().filter(server -> server.program().equals(program)).toList();
  }

  /** The address of a socket that was known last; null where none was. */
  @Nullable SocketAddress local(int socket) {
    return log.model()
        .socket(socket)
        .map(record ->
            record.observed() == null || record.observed().local() == null
                ? record.local()
                : record.observed().local())
        .orElse(null);
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
                        && listens(bind.made().socketNumber(), connect.began())));
  }

  private boolean listens(int socket, long after) {
    return calls()
        .anyMatch(made ->
            made.is(Function.LISTEN)
                && made.succeeded()
                && made.made().socketNumber() == socket
                && made.began() > after);
  }

  /**
   * Whether a call failed since the peer answered with a RST what the same program had sent before:
   * how soon that comes, no call tells.
   */
  boolean bringsReset(CallMade made) {
    return isCutOff(made)
        && onSame(made).anyMatch(earlier -> earlier.function().sends() && earlier.succeeded())
        && onSame(made).noneMatch(earlier -> earlier.made().endsSending() || isCutOff(earlier));
  }

  private static boolean isCutOff(CallMade made) {
    return made.failedWith("EPIPE") || made.failedWith("ECONNRESET");
  }

  /** The earlier calls of the same program on the same socket. */
  private Stream<CallMade> onSame(CallMade made) {
    return calls(made.program())
        .filter(earlier -> earlier.made().socketNumber() == made.made().socketNumber())
        .filter(earlier -> earlier.began() < made.began());
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
