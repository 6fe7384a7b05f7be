package socketscope.status;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEvent;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignEvent;
import socketscope.event.Function;
import socketscope.event.NoteWritten;
import socketscope.event.PacketInferred;
import socketscope.event.ProgramContinued;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramEvent;
import socketscope.event.ProgramStarted;
import socketscope.event.ProgramStopped;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.ServiceEnded;
import socketscope.event.ServiceStarted;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.StepChecked;
import socketscope.event.SynSaved;
import socketscope.state.SocketHistory;

/** Folds the events of one program. */
final class ProgramFold {

  /** A socket of a process that has ended, whose identity one of a later process may have. */
  private record Former(SocketStatus socket, @Nullable SocketHistory history) {}

  private final String name;
  private final Map<SocketId, SocketStatus> sockets = new LinkedHashMap<>();
  private final Map<SocketId, SocketHistory> histories = new HashMap<>();
  private final List<Former> former = new ArrayList<>();
  private final Map<Long, WaitingCall> waiting = new LinkedHashMap<>();
  private final Map<Function, Result> results = new EnumMap<>(Function.class);
  private final Map<Function, Call> answered = new EnumMap<>(Function.class);
  private final Map<Function, Call> calls = new EnumMap<>(Function.class);
  private Role role;
  private long pid;
  private @Nullable ProgramEnded end;
  private boolean stopped;
  private final List<ServiceStarted> services = new ArrayList<>();

  ProgramFold(String name) {
    this.name = name;
    this.role = Role.of(name);
  }

  ProgramFold copy() {
    ProgramFold copy = new ProgramFold(name);
    copy.sockets.putAll(sockets);
    copy.histories.putAll(histories);
    copy.former.addAll(former);
    copy.waiting.putAll(waiting);
    copy.results.putAll(results);
    copy.answered.putAll(answered);
    copy.calls.putAll(calls);
    copy.role = role;
    copy.pid = pid;
    copy.end = end;
    copy.stopped = stopped;
    copy.services.addAll(services);
    return copy;
  }

  /**
   * The program as it stands.
   *
   * @param keeping which connections the kernel keeps
   */
  ProgramStatus status(KeptConnectionFold keeping, Transfers transfers) {
    List<SocketStatus> all = new ArrayList<>();
    for (SocketStatus socket : sockets.values()) {
      all.add(
          socket.with(
              transfers.complete(socket),
              keeping.waitingAt(socket),
              keeping.leftBy(socket, histories.get(socket.id())).orElse(null)));
    }
    for (Former left : former) {
      keeping
          .leftBy(left.socket(), left.history())
          .ifPresent(kept -> all.add(left.socket().with(Queues.UNKNOWN, List.of(), kept)));
    }
    return new ProgramStatus(
        name,
        role,
        pid,
        end,
        stopped,
        services,
        all,
        List.copyOf(waiting.values()),
        calls,
        results,
        answered);
  }

  void add(Event event) {
    switch (event) {
      case ProgramStarted started -> begin(started);
      case ProgramEnded ended -> finish(ended);
      case ProgramEvent change -> changed(change);
      case CallQueued queued ->
          waiting.put(
              queued.callId(),
              new WaitingCall(
                  queued.callId(),
                  queued.call(),
                  queued.socket(),
                  queued.stamp().nanos(),
                  WaitingCall.Stage.QUEUED));
      case CallStarted started -> begin(started);
      case CallBlocked blocked ->
          waiting.computeIfPresent(
              blocked.callId(), (_, call) -> call.at(WaitingCall.Stage.BLOCKED));
      case CallReturned returned -> finish(returned);
      case SocketObserved observed -> observe(observed);
      case ExperimentStarted _,
          CaptureEvent _,
          StepChecked _,
          NoteWritten _,
          PacketInferred _,
          SynSaved _,
          ConnectionObserved _,
          ConnectionForgotten _,
          ForeignEvent _ -> {}
    }
  }

  /**
   * A program that was started again has a new process, with an empty descriptor table. What the
   * kernel keeps of the former one is still there.
   */
  private void begin(ProgramStarted started) {
    role = started.role();
    pid = started.pid();
    end = null;
    stopped = false;
    services.clear();
    sockets.forEach((id, socket) -> former.add(new Former(socket, histories.get(id))));
    sockets.clear();
    histories.clear();
    waiting.clear();
    calls.clear();
    results.clear();
    answered.clear();
  }

  private void changed(ProgramEvent event) {
    switch (event) {
      case ProgramStopped _ -> stopped = true;
      case ProgramContinued _ -> stopped = false;
      case ServiceStarted started -> services.add(started);
      case ServiceEnded ended -> services.removeIf(service -> service.thread() == ended.thread());
    }
  }

  private void begin(CallStarted started) {
    Call call = started.call();
    calls.put(call.function(), call);
    waiting.put(
        started.callId(),
        new WaitingCall(
            started.callId(),
            call,
            started.socket(),
            started.stamp().nanos(),
            WaitingCall.Stage.STARTED));
  }

  private void finish(ProgramEnded ended) {
    end = ended;
    stopped = false;
    services.clear();
    waiting.clear();
    sockets.replaceAll((_, socket) -> socket.asClosed());
  }

  private void finish(CallReturned returned) {
    WaitingCall made = waiting.remove(returned.callId());
    if (made == null) {
      return;
    }
    results.put(made.call().function(), returned.result());
    answered.put(made.call().function(), made.call());
    if (returned.created() != null && returned.second() != null) {
      List<Integer> pair = returned.result().descriptors();
      create(made.call(), returned.created(), pair.getFirst());
      create(made.call(), returned.second(), pair.getLast());
    } else if (returned.created() != null) {
      create(made.call(), returned.created(), Math.toIntExact(returned.result().value()));
    }
    if (made.socket() != null && !returned.result().failed()) {
      succeeded(made.call().function(), made.socket(), returned.kept());
    }
  }

  private void succeeded(Function function, SocketId on, boolean kept) {
    if (function == Function.LISTEN) {
      sockets.computeIfPresent(on, (_, socket) -> socket.asListener());
    } else if (function == Function.CLOSE && !kept) {
      sockets.computeIfPresent(on, (_, socket) -> socket.asClosed());
    }
  }

  private void create(Call call, SocketId created, int descriptor) {
    boolean accepted = call.function() == Function.ACCEPT;
    String type = call.constant("type").map(Constant::spelled).orElse("SOCK_STREAM");
    SocketStatus socket = SocketStatus.created(created, descriptor, type, accepted);
    // The kernel may have been asked about it before its creator was seen to return.
    sockets.putIfAbsent(created, socket);
  }

  /** What became of a socket by now, as far as calls, packets and the kernel tell. */
  void stands(SocketHistory now) {
    SocketId id = now.socket();
    if (id == null) {
      return;
    }
    for (int i = 0; i < former.size(); i++) {
      Former left = former.get(i);
      if (left.history() != null && left.history().number() == now.number()) {
        former.set(i, new Former(left.socket(), now));
        return;
      }
    }
    SocketHistory before = histories.put(id, now);
    sockets.computeIfPresent(id, (_, socket) -> socket.standing(before, now));
  }

  private void observe(SocketObserved seen) {
    SocketStatus before = sockets.get(seen.socket());
    if (before != null && before.closed()) {
      return;
    }
    boolean accepted = before != null && before.accepted();
    sockets.put(
        seen.socket(),
        new SocketStatus(
            seen.socket(),
            seen.descriptor(),
            seen.type(),
            accepted,
            before != null && before.listens(),
            false,
            seen.state(),
            seen.local(),
            seen.peer(),
            Queues.of(seen),
            seen.accepting(),
            seen.backlog(),
            List.of(),
            null));
  }
}
