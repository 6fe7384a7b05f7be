package socketscope.ui.inspector;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.CallEvent;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.StepChecked;

/**
 * The call that the last of some events belongs to.
 *
 * @param began when it was made, in nanoseconds on the clock of the stamps; -1 where it waits
 * @param returned its return; null where it is not known yet
 */
record CurrentCall(String program, Call call, long began, @Nullable CallReturned returned) {

  /**
   * Empty where that event belongs to no call, or its call's beginning is missing.
   *
   * @param shown all events that are shown, of which the others are the first: a call that was
   *     picked out when it was made may have returned since
   */
  static Optional<CurrentCall> of(List<Event> current, List<Event> shown) {
    if (current.isEmpty()) {
      return Optional.empty();
    }
    return switch (current.getLast()) {
      case CallEvent event -> of(current, shown, event.callId());
      case StepChecked checked -> of(current, shown, checked.callId());
      case Event _ -> Optional.empty();
    };
  }

  private static Optional<CurrentCall> of(List<Event> current, List<Event> shown, long id) {
    Call call = null;
    long began = -1;
    CallReturned returned = null;
    String program = "";
    for (int i = current.size() - 1; call == null && i >= 0; i--) {
      Event event = current.get(i);
      if (event instanceof CallStarted started && started.callId() == id) {
        call = started.call();
        program = started.program();
        began = started.stamp().nanos();
      } else if (event instanceof CallQueued queued && queued.callId() == id) {
        call = queued.call();
        program = queued.program();
      } else if (event instanceof CallReturned answer && answer.callId() == id) {
        returned = answer;
      }
    }
    for (int i = current.size(); returned == null && call != null && i < shown.size(); i++) {
      if (shown.get(i) instanceof CallReturned answer && answer.callId() == id) {
        returned = answer;
      }
    }
    return call == null
        ? Optional.empty()
        : Optional.of(new CurrentCall(program, call, began, returned));
  }
}
