package socketscope.status;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
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
import socketscope.event.PacketInferred;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.StepChecked;
import socketscope.event.SynSaved;

/** Folds the events of one program. */
final class ProgramFold {

  private final String name;
  private final Map<SocketId, SocketStatus> sockets = new LinkedHashMap<>();
  private final List<SocketStatus> former = new ArrayList<>();
  private final Map<Long, WaitingCall> waiting = new LinkedHashMap<>();
  private final Map<Function, Result> results = new EnumMap<>(Function.class);
  private final Map<Function, Call> calls = new EnumMap<>(Function.class);
  private Role role;
  private long pid;
  private @Nullable ProgramEnded end;

  ProgramFold(String name) {
    this.name = name;
    this.role = Role.of(name);
  }

  /**
   * The program as it stands.
   *
   * @param keeping which connections the kernel keeps
   */
  ProgramStatus status(Keeping keeping, Transfers transfers) {
    List<SocketStatus> all = new ArrayList<>();
    for (SocketStatus socket : sockets.values()) {
      all.add(
          socket.with(
              transfers.complete(socket),
              keeping.waitingAt(socket),
              socket.closed() ? keeping.leftBy(socket).orElse(null) : null));
    }
    for (SocketStatus socket : former) {
      keeping
          .leftBy(socket)
          .ifPresent(kept -> all.add(socket.with(Queues.UNKNOWN, List.of(), kept)));
    }
    return new ProgramStatus(
        name, role, pid, end, all, List.copyOf(waiting.values()), calls, results);
  }

  void add(Event event) {
    switch (event) {
      case ProgramStarted started -> begin(started);
      case ProgramEnded ended -> finish(ended);
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
    former.addAll(sockets.values());
    sockets.clear();
    waiting.clear();
    calls.clear();
    results.clear();
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
    waiting.clear();
    sockets.replaceAll((_, socket) -> socket.asClosed());
  }

  private void finish(CallReturned returned) {
    WaitingCall made = waiting.remove(returned.callId());
    if (made == null) {
      return;
    }
    results.put(made.call().function(), returned.result());
    if (returned.created() != null && returned.second() != null) {
      String[] pair = String.valueOf(returned.result().option()).split(", ", -1);
      create(made.call(), returned.created(), Integer.parseInt(pair[0]));
      create(made.call(), returned.second(), Integer.parseInt(pair[1]));
    } else if (returned.created() != null) {
      create(made.call(), returned.created(), Math.toIntExact(returned.result().value()));
    }
    if (made.call().function() == Function.CLOSE
        && !returned.kept()
        && !returned.result().failed()
        && made.socket() != null) {
      sockets.computeIfPresent(made.socket(), (_, socket) -> socket.asClosed());
    }
  }

  private void create(Call call, SocketId created, int descriptor) {
    boolean accepted = call.function() == Function.ACCEPT;
    String type =
        call.function() == Function.SOCKET || call.function() == Function.SOCKETPAIR
            ? call.argument(1, Argument.Constant.class).expression()
            : "SOCK_STREAM";
    SocketStatus socket = SocketStatus.created(created, descriptor, type, accepted);
    // The kernel may have been asked about it before its creator was seen to return.
    sockets.putIfAbsent(created, socket);
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
