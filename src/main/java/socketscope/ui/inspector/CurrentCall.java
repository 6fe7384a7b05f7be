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
 * @param returned its return; null where those events do not have it
 */
record CurrentCall(String program, Call call, @Nullable CallReturned returned) {

  /** Empty where that event belongs to no call, or its call's beginning is missing. */
  static Optional<CurrentCall> of(List<Event> current) {
    if (current.isEmpty()) {
      return Optional.empty();
    }
    return switch (current.getLast()) {
      case CallEvent event -> of(current, event.callId());
      case StepChecked checked -> of(current, checked.callId());
      case Event _ -> Optional.empty();
    };
  }

  private static Optional<CurrentCall> of(List<Event> current, long id) {
    Call call = null;
    CallReturned returned = null;
    String program = "";
    for (int i = current.size() - 1; call == null && i >= 0; i--) {
      Event event = current.get(i);
      if (event instanceof CallStarted started && started.callId() == id) {
        call = started.call();
        program = started.program();
      } else if (event instanceof CallQueued queued && queued.callId() == id) {
        call = queued.call();
        program = queued.program();
      } else if (event instanceof CallReturned answer && answer.callId() == id) {
        returned = answer;
      }
    }
    return call == null ? Optional.empty() : Optional.of(new CurrentCall(program, call, returned));
  }
}
