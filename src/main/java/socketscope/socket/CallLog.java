package socketscope.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.fold.PersistentMap;

/** All calls that were ever made, beside the model that they are joined by: a fold of events. */
public final class CallLog {

  private final SocketModel model;
  private PersistentMap<Integer, MadeCall> calls = PersistentMap.empty();
  private PersistentMap<Long, Integer> places = PersistentMap.empty();

  /** Nothing has happened. */
  public CallLog() {
    this(new SocketModel());
  }

  private CallLog(SocketModel model) {
    this.model = model;
  }

  /** The same, to be gone on with apart. */
  public CallLog copy() {
    CallLog copy = new CallLog(model.copy());
    copy.calls = calls;
    copy.places = places;
    return copy;
  }

  /** The calls of some events in the order of their time. */
  public static CallLog of(List<? extends Event> events) {
    CallLog log = new CallLog();
    events.forEach(log::add);
    return log;
  }

  /** Adds the next event; gives the call that it is of, as {@link SocketModel#add}. */
  public @Nullable MadeCall add(Event event) {
    MadeCall call = model.add(event);
    if (call != null) {
      Integer place = places.get(call.id());
      boolean goesOn = place != null && sameCall(Objects.requireNonNull(calls.get(place)), call);
      int at = goesOn ? place : calls.size();
      calls = calls.with(at, call);
      places = places.with(call.id(), at);
    }
    return call;
  }

  /** The kernel was asked once, or the call waits for that. */
  private static boolean sameCall(MadeCall before, MadeCall now) {
    return before.started() == null || before.started().equals(now.started());
  }

  /** The model after the events added so far. */
  public SocketModel model() {
    return model;
  }

  /** The call of that number in its events. */
  public Optional<MadeCall> call(long callId) {
    return Optional.ofNullable(places.get(callId)).map(calls::get);
  }

  /** All of them, in the order in which they were queued or started. */
  public List<MadeCall> calls() {
    List<MadeCall> list = new ArrayList<>(calls.size());
    for (int i = 0; i < calls.size(); i++) {
      list.add(Objects.requireNonNull(calls.get(i)));
    }
    return list;
  }
}
