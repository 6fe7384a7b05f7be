package socketscope.status;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEvent;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignEvent;
import socketscope.event.Function;
import socketscope.event.LessonEvent;
import socketscope.event.NoteWritten;
import socketscope.event.Observation;
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
import socketscope.event.SignalSent;
import socketscope.socket.MadeCall;

/** Folds what becomes of one program itself: its process, and what each call last answered. */
final class ProgramFold {

  private final String name;
  private final Map<Function, Result> results = new EnumMap<>(Function.class);
  private final Map<Function, Call> answered = new EnumMap<>(Function.class);
  private final Map<Function, Call> calls = new EnumMap<>(Function.class);
  private Role role;
  private long pid;
  private @Nullable String parent;
  private @Nullable ProgramEnded end;
  private boolean stopped;
  private final List<ServiceStarted> services = new ArrayList<>();

  ProgramFold(String name) {
    this.name = name;
    this.role = Role.of(name);
  }

  ProgramFold copy() {
    ProgramFold copy = new ProgramFold(name);
    copy.results.putAll(results);
    copy.answered.putAll(answered);
    copy.calls.putAll(calls);
    copy.role = role;
    copy.pid = pid;
    copy.parent = parent;
    copy.end = end;
    copy.stopped = stopped;
    copy.services.addAll(services);
    return copy;
  }

  /**
   * The program as it stands.
   *
   * @param sockets those of its process, and those of earlier ones of which the kernel keeps
   *     something
   * @param waiting its calls that have not returned
   */
  ProgramStatus status(List<SocketStatus> sockets, List<MadeCall> waiting) {
    return new ProgramStatus(
        name, role, pid, parent, end, stopped, services, sockets, waiting, calls, results,
        answered);
  }

  /**
   * Adds the next event of the program.
   *
   * @param call that it is of; null where it is of none
   */
  void add(Event event, @Nullable MadeCall call) {
    switch (event) {
      case ProgramStarted started -> begin(started);
      case ProgramEnded ended -> {
        end = ended;
        stopped = false;
        services.clear();
      }
      case ProgramEvent change -> changed(change);
      case CallStarted started -> calls.put(started.call().function(), started.call());
      case CallReturned returned when call != null -> {
        results.put(call.function(), returned.result());
        answered.put(call.function(), call.call());
      }
      case CallQueued _, CallBlocked _, CallReturned _ -> {}
      case ExperimentStarted _, CaptureEvent _, LessonEvent _, NoteWritten _ -> {}
      case PacketInferred _, Observation _, ForeignEvent _ -> {}
    }
  }

  /** A program that was started again has a new process. */
  private void begin(ProgramStarted started) {
    role = started.role();
    pid = started.pid();
    parent = started.parent() == null ? null : started.parent().program();
    end = null;
    stopped = false;
    services.clear();
    calls.clear();
    results.clear();
    answered.clear();
  }

  private void changed(ProgramEvent event) {
    switch (event) {
      case ProgramStopped _ -> stopped = true;
      case ProgramContinued _ -> stopped = false;
      case SignalSent _ -> {}
      case ServiceStarted started -> services.add(started);
      case ServiceEnded ended -> services.removeIf(service -> service.thread() == ended.thread());
    }
  }
}
