package socketscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import socketscope.event.CallBlocked;
import socketscope.event.CallEvent;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureStarted;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignEvent;
import socketscope.event.ForeignProgramEnded;
import socketscope.event.ForeignSocketObserved;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.Function;
import socketscope.event.NoteWritten;
import socketscope.event.Origin;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
import socketscope.event.ProgramContinued;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramEvent;
import socketscope.event.ProgramStarted;
import socketscope.event.ProgramStopped;
import socketscope.event.ServiceEnded;
import socketscope.event.ServiceStarted;
import socketscope.event.SignalSent;
import socketscope.event.SocketObserved;
import socketscope.event.StepChecked;
import socketscope.event.StepFailed;
import socketscope.event.SynSaved;
import socketscope.socket.SocketModel;
import socketscope.state.SocketHistory;
import socketscope.state.StateFold;

/**
 * Folds events one by one, for a diagram that grows while it is watched. What {@link #build} gives
 * is what {@link Diagram#of} gives for all events added so far.
 */
public final class DiagramBuilder {

  private final Participants participants;
  private final List<Row> rows;
  private final CallFold calls;
  private final Spans<String, Stop> stops;
  private final SocketFold sockets;
  private final StateFold states;
  private final QueueSpans queues;
  private final Endpoints endpoints;
  private final PacketFold packets;
  private final WakeFold wakes;
  private final InferredFold inferred;
  private final NoteFold notes;
  private OptionalLong origin = OptionalLong.empty();

  /** Nothing has happened. */
  public DiagramBuilder() {
    participants = new Participants();
    rows = new ArrayList<>();
    calls = new CallFold(rows);
    stops = new Spans<>();
    sockets = new SocketFold();
    states = new StateFold();
    queues = new QueueSpans(states.model(), sockets);
    endpoints = new Endpoints();
    packets = new PacketFold(rows, endpoints, participants);
    wakes = new WakeFold(rows);
    inferred = new InferredFold(rows, endpoints, participants);
    notes = new NoteFold();
  }

  private DiagramBuilder(DiagramBuilder other) {
    participants = other.participants.copy();
    rows = new ArrayList<>(other.rows);
    calls = other.calls.over(rows);
    stops = other.stops.copy();
    sockets = other.sockets.copy();
    states = other.states.copy();
    queues = other.queues.over(states.model(), sockets);
    endpoints = other.endpoints.copy();
    packets = other.packets.over(rows, endpoints, participants);
    wakes = other.wakes.over(rows);
    inferred = new InferredFold(rows, endpoints, participants);
    notes = other.notes.copy();
    origin = other.origin;
  }

  /** What was folded so far, to be gone on with apart. */
  public DiagramBuilder copy() {
    return new DiagramBuilder(this);
  }

  /** Adds the next event in the order of time. */
  public DiagramBuilder add(Event event) {
    if (origin.isEmpty() && Origin.isAt(event)) {
      origin = OptionalLong.of(event.stamp().nanos());
    }
    switch (event) {
      case ExperimentStarted _ -> {}
      case ProgramStarted started -> {
        participants.started(started);
        note(started, started.program(), Look.NOTE);
      }
      case ProgramEnded ended -> ended(ended);
      case ProgramEvent change -> changed(change);
      case CallEvent call -> called(call);
      case PacketSeen packet -> packets.add(packet);
      case PacketInferred packet -> inferred.add(packet);
      case CaptureStarted _, CaptureEnded _ -> {}
      case SocketObserved seen -> observed(seen);
      case SynSaved _, ConnectionObserved _, ConnectionForgotten _ -> {}
      case ForeignEvent known -> foreign(known);
      case StepChecked checked -> checked(checked);
      case StepFailed failed -> note(failed, failed.program(), Look.ERROR);
      case NoteWritten note -> notes.add(note);
    }
    List<SocketHistory> touched = states.add(event);
    touched.forEach(history -> sockets.changed(history, lastRow()));
    queues.add(event, states.lastPacket(), touched, lastRow());
    if (event instanceof CallReturned returned && returned.kept()) {
      handedOn(returned);
    } else if (event instanceof ProgramEnded) {
      states.model().closedNow().forEach(socket -> sockets.closed(socket.id(), lastRow()));
    }
    return this;
  }

  /** Adds events in the order of time. */
  public DiagramBuilder addAll(List<? extends Event> events) {
    events.forEach(this::add);
    return this;
  }

  private void note(Event event, String program, Look look) {
    rows.add(new NoteRow(event, program, look));
  }

  private void ended(ProgramEnded event) {
    int row = rows.size();
    participants.ended(event.program(), row);
    calls.programEnded(event.program(), row);
    stops.end(event.program(), row);
    sockets.programEnded(event.program(), row);
    note(event, event.program(), event.expected() ? Look.NOTE : Look.ERROR);
  }

  private void changed(ProgramEvent event) {
    participants.meet(event.program());
    switch (event) {
      case ProgramStopped(var stamp) -> {
        stops.begin(stamp.program(), new Stop(stamp.program(), rows.size(), Span.OPEN));
        note(event, stamp.program(), Look.BLOCKED);
      }
      case ProgramContinued(var stamp) -> {
        stops.end(stamp.program(), rows.size());
        note(event, stamp.program(), Look.NOTE);
      }
      case SignalSent _, ServiceStarted _, ServiceEnded _ ->
          note(event, event.program(), Look.NOTE);
    }
  }

  private void foreign(ForeignEvent event) {
    switch (event) {
      case ForeignSocketSeen seen -> {
        endpoints.foreign(seen);
        if (participants.foreign(seen)) {
          note(seen, seen.program(), Look.NOTE);
        }
      }
      case ForeignSocketObserved seen -> sockets.observed(seen, lastRow());
      case ForeignProgramEnded ended -> {
        participants.ended(ended.program(), rows.size());
        sockets.programEnded(ended.program(), rows.size());
        note(ended, ended.program(), Look.NOTE);
      }
    }
  }

  private void called(CallEvent event) {
    if (!(event instanceof CallBlocked)) {
      participants.meet(event.program());
    }
    CallStarted start = calls.running(event.callId());
    calls.add(event);
    wakes.called(start, event);
    if (event instanceof CallStarted started) {
      endpoints.started(started);
    } else if (event instanceof CallReturned returned) {
      endpoints.returned(start, returned);
    }
    if (event instanceof CallReturned returned && start != null) {
      closed(start, returned);
    }
  }

  private void closed(CallStarted start, CallReturned returned) {
    if (start.call().function() == Function.CLOSE
        && start.socket() != null
        && !returned.kept()
        && !returned.result().failed()) {
      sockets.closed(start.socket(), lastRow());
    }
  }

  /** What a process closes and another one still has is the other one's from now on. */
  private void handedOn(CallReturned returned) {
    states
        .model()
        .socket(returned.socket())
        .ifPresent(socket ->
            states.model().holders(socket).stream()
                .findFirst()
                .ifPresent(holder -> {
                  endpoints.holds(socket.local(), socket.peer(), holder);
                  sockets.handedOn(socket.id(), holder, lastRow());
                }));
  }

  private void observed(SocketObserved event) {
    participants.meet(event.socket().program());
    SocketModel model = states.model();
    endpoints.observed(
        event,
        model.socket(event.socket()).map(model::holders).orElse(List.of()).stream()
            .findFirst()
            .orElse(event.socket().program()));
    wakes.observed(event);
    sockets.observed(event, lastRow());
  }

  private void checked(StepChecked event) {
    if (!event.met()) {
      String program = calls.programOf(event.callId());
      note(event, program.isEmpty() ? event.program() : program, Look.ERROR);
    }
  }

  private int lastRow() {
    return Math.max(0, rows.size() - 1);
  }

  /** The diagram of the events added so far. */
  public Diagram build() {
    return new Diagram(
        origin,
        participants.leftToRight(),
        rows,
        calls.activations(),
        stops.list(),
        sockets.bands(),
        sockets.waitings(),
        notes.annotations(rows));
  }
}
