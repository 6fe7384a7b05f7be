package socketscope.diagram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.Activation.Progress;
import socketscope.diagram.CallRow.Phase;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.CallEvent;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;

/** Folds the events of calls to rows and activations. */
final class CallFold {

  private final List<Row> rows;
  private final Map<Long, CallStarted> started = new HashMap<>();
  private final Map<Long, Integer> startRows = new HashMap<>();
  private final Map<Long, String> programs = new HashMap<>();
  private final Spans<Long, Activation> activations;

  /**
   * @param rows where new rows go
   */
  CallFold(List<Row> rows) {
    this(rows, new Spans<>());
  }

  private CallFold(List<Row> rows, Spans<Long, Activation> activations) {
    this.rows = rows;
    this.activations = activations;
  }

  /** The same calls, whose rows are in that copy of the rows. */
  CallFold over(List<Row> copied) {
    CallFold copy = new CallFold(copied, activations.copy());
    copy.started.putAll(started);
    copy.startRows.putAll(startRows);
    copy.programs.putAll(programs);
    return copy;
  }

  void add(CallEvent event) {
    switch (event) {
      case CallQueued queued -> queued(queued);
      case CallStarted start -> started(start);
      case CallBlocked blocked -> blocked(blocked);
      case CallReturned returned -> returned(returned);
    }
  }

  private void queued(CallQueued event) {
    programs.put(event.callId(), event.program());
    begin(event.callId(), event.program(), event.call(), Progress.QUEUED);
    rows.add(new NoteRow(event, event.program(), Look.BLOCKED));
  }

  private void started(CallStarted event) {
    long id = event.callId();
    programs.put(id, event.program());
    started.put(id, event);
    startRows.put(id, rows.size());
    begin(id, event.program(), event.call(), Progress.RUNNING);
    rows.add(start(event, List.of(event)));
  }

  private void begin(long id, String program, Call call, Progress progress) {
    int lane = activations.lane(id, program);
    activations.begin(
        id, new Activation(program, lane, rows.size(), Span.OPEN, id, call.function(), progress));
  }

  private static CallRow start(CallStarted event, List<Event> events) {
    return new CallRow(
        events,
        event.program(),
        event.callId(),
        Phase.START,
        event.call(),
        null,
        CallLabel.start(event.call()),
        -1,
        -1);
  }

  private void blocked(CallBlocked event) {
    CallStarted start = started.get(event.callId());
    if (start != null) {
      activations.change(event.callId(), Activation::blocked);
      rows.set(startRows.get(event.callId()), start(start, List.of(start, event)));
    }
  }

  private void returned(CallReturned event) {
    long id = event.callId();
    CallStarted start = started.remove(id);
    Integer startRow = startRows.remove(id);
    String program = programs.computeIfAbsent(id, _ -> event.program());
    if (start != null && startRow != null && isWhole(id, startRow)) {
      activations.retractLast(id);
      rows.set(startRow, row(event, List.of(start, event), program, Phase.WHOLE, start));
    } else {
      activations.end(id, rows.size());
      rows.add(row(event, List.of(event), program, Phase.RETURN, start));
    }
  }

  /** Whether nothing was drawn since the start, and the call was not seen to block. */
  private boolean isWhole(long id, int startRow) {
    Activation activation = activations.current(id);
    return startRow == rows.size() - 1
        && activation != null
        && activation.progress() == Progress.RUNNING;
  }

  private static CallRow row(
      CallReturned event,
      List<Event> events,
      String program,
      Phase phase,
      @Nullable CallStarted start) {
    Call call = start == null ? null : start.call();
    return new CallRow(
        events,
        program,
        event.callId(),
        phase,
        call,
        event.result(),
        phase == Phase.WHOLE && call != null
            ? CallLabel.whole(call, event.result())
            : CallLabel.answer(call, event.result()),
        start == null ? -1 : event.stamp().nanos() - start.stamp().nanos(),
        -1);
  }

  /** The call that was started under that number and has not returned. */
  @Nullable CallStarted running(long callId) {
    return started.get(callId);
  }

  /** The program that made a call; empty where that is not known. */
  String programOf(long callId) {
    return programs.getOrDefault(callId, "");
  }

  void programEnded(String program, int row) {
    activations.endAllOf(program, row);
    started.values().removeIf(start -> start.program().equals(program));
    startRows.keySet().retainAll(started.keySet());
  }

  List<Activation> activations() {
    return activations.list();
  }
}
