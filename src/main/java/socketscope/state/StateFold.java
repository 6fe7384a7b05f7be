package socketscope.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallEvent;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignEvent;
import socketscope.event.NoteWritten;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramEvent;
import socketscope.event.ProgramStarted;
import socketscope.event.SocketObserved;
import socketscope.event.StepChecked;
import socketscope.event.SynSaved;

/**
 * Writes the histories of all sockets while the events come in, in the order of their time. {@link
 * #of} folds a whole list.
 */
public final class StateFold {

  private final Lives lives;
  private final Calls calls;
  private final Segments segments;
  private final KernelWord kernel;
  private final Foreign foreign;

  /** Nothing has happened. */
  public StateFold() {
    this(new Lives(), null);
  }

  private StateFold(Lives lives, @Nullable Calls before) {
    this.lives = lives;
    this.calls = before == null ? new Calls(lives) : before.of(lives);
    this.segments = new Segments(lives);
    this.kernel = new KernelWord(lives);
    this.foreign = new Foreign(lives, kernel);
  }

  /** The same histories, to be written on apart. */
  public StateFold copy() {
    return new StateFold(lives.copy(), calls);
  }

  /** The histories after those events, in the order in which they began. */
  public static List<History> of(List<? extends Event> events) {
    StateFold fold = new StateFold();
    events.forEach(fold::add);
    return fold.histories();
  }

  /**
   * Adds the next event.
   *
   * @return the histories that it may have changed, as they are now
   */
  public List<History> add(Event event) {
    return touched(event).stream().distinct().map(Life::history).toList();
  }

  private List<Life> touched(Event event) {
    return switch (event) {
      case ExperimentStarted _, ProgramEvent _, StepChecked _, NoteWritten _, PacketInferred _ ->
          List.of();
      case ProgramStarted started -> {
        lives.forgetSocketsOf(started.program());
        yield List.of();
      }
      case ProgramEnded ended -> calls.ended(ended);
      case CallEvent call -> calls.happened(call);
      case CaptureStarted started -> {
        lives.capturing = started.method() != CaptureMethod.NONE;
        yield List.of();
      }
      case CaptureEnded _ -> {
        lives.capturing = false;
        yield List.of();
      }
      case PacketSeen packet -> segments.crossed(packet);
      case SocketObserved seen -> List.of(kernel.observed(seen));
      case ConnectionObserved seen -> kernel.listed(seen).stream().toList();
      case ConnectionForgotten forgotten -> kernel.missed(forgotten).stream().toList();
      case SynSaved _ -> List.of();
      case ForeignEvent known -> foreign.happened(known);
    };
  }

  /** All histories so far, in the order in which they began. */
  public List<History> histories() {
    return lives.all().stream().map(Life::history).toList();
  }
}
