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
record SpokenCall(String program, Call call, @Nullable CallReturned returned) {

  /** Empty where that event belongs to no call, or its call's beginning is missing. */
  static Optional<SpokenCall> of(List<Event> spoken) {
    if (spoken.isEmpty()) {
      return Optional.empty();
    }
    return switch (spoken.getLast()) {
      case CallEvent event -> of(spoken, event.callId());
      case StepChecked checked -> of(spoken, checked.callId());
      case Event _ -> Optional.empty();
    };
  }

  private static Optional<SpokenCall> of(List<Event> spoken, long id) {
    Call call = null;
    CallReturned returned = null;
    String program = "";
    for (int i = spoken.size() - 1; call == null && i >= 0; i--) {
      Event event = spoken.get(i);
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
    return call == null ? Optional.empty() : Optional.of(new SpokenCall(program, call, returned));
  }
}
