package socketscope.diagram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.Event;
import socketscope.event.Result;

/**
 * An arrow between a program and its kernel.
 *
 * @param call the call; null for a return whose start was not seen
 * @param result the answer; null for a start
 * @param labels what is written at the arrow, the fullest first, then ever shorter ways to say it
 * @param lasted how long the call took, in nanoseconds; -1 where that is not known
 * @param wokenBy for the return of a blocked call, the row of the packet that woke it; -1 where
 *     none is known to have
 */
public record CallRow(
    List<Event> events,
    String program,
    long callId,
    Phase phase,
    @Nullable Call call,
    @Nullable Result result,
    List<String> labels,
    long lasted,
    int wokenBy)
    implements Row {

  /** How much of a call the row shows. */
  public enum Phase {
    /** Call and answer in one, for nothing else happened between them. */
    WHOLE,
    /** The call goes to the kernel. */
    START,
    /** The answer comes back. */
    RETURN
  }

  public CallRow {
    events = List.copyOf(events);
    labels = List.copyOf(labels);
  }

  @Override
  public Event event() {
    return phase == Phase.START ? events.getFirst() : events.getLast();
  }

  @Override
  public Look look() {
    return result != null && result.failed() ? Look.ERROR : Look.CALL;
  }

  /** The line that the arrow starts at. */
  public Lifeline sender() {
    return new Lifeline(
        program, phase == Phase.RETURN ? Lifeline.Kind.KERNEL : Lifeline.Kind.PROGRAM);
  }

  /** The line that the arrow points to. */
  public Lifeline receiver() {
    return new Lifeline(
        program, phase == Phase.RETURN ? Lifeline.Kind.PROGRAM : Lifeline.Kind.KERNEL);
  }

  /** The same, its answer not yet known to anybody. */
  CallRow underWay() {
    return phase == Phase.WHOLE && call != null
        ? new CallRow(
            events, program, callId, phase, call, null, CallLabel.start(call), -1, wokenBy)
        : this;
  }

  CallRow wokenBy(int row) {
    return new CallRow(events, program, callId, phase, call, result, labels, lasted, row);
  }

  /** The fullest label. */
  public String label() {
    return labels.getFirst();
  }
}
