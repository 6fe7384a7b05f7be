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
import socketscope.event.LessonEvent;
import socketscope.event.NoteWritten;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramEvent;
import socketscope.event.ProgramStarted;
import socketscope.event.SocketObserved;
import socketscope.event.SynSaved;
import socketscope.packet.Packet;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;

/**
 * Writes the histories of all sockets while the events come in, in the order of their time. {@link
 * #of} folds a whole list.
 */
public final class StateFold {

  private final SocketModel model;
  private final HistoryBuilders builders;
  private final CallTransitions calls;
  private final SegmentTransitions segments;
  private final KernelWord kernel;
  private final ForeignSocketStates foreign;

  /** The packet that the last event was about; null where it was about none. */
  private @Nullable Packet packet;

  /** Nothing has happened. */
  public StateFold() {
    this(new HistoryBuilders(new SocketModel()));
  }

  private StateFold(HistoryBuilders builders) {
    this.model = builders.model();
    this.builders = builders;
    this.calls = new CallTransitions(builders);
    this.segments = new SegmentTransitions(builders);
    this.kernel = new KernelWord(builders);
    this.foreign = new ForeignSocketStates(builders, kernel);
  }

  /** The same histories, to be written on apart. */
  public StateFold copy() {
    return new StateFold(builders.copy());
  }

  /** What the events so far tell of calls and sockets. It goes on with the next one. */
  public SocketModel model() {
    return model;
  }

  /** The histories after those events, in the order in which they began. */
  public static List<SocketHistory> of(List<? extends Event> events) {
    StateFold fold = new StateFold();
    events.forEach(fold::add);
    return fold.histories();
  }

  /** The packet that the last event was about, decoded; null where it was about none. */
  public @Nullable Packet lastPacket() {
    return packet;
  }

  /**
   * Adds the next event.
   *
   * @return the histories that it may have changed, as they are now
   */
  public List<SocketHistory> add(Event event) {
    MadeCall call = model.add(event);
    packet = null;
    return touched(event, call).stream().distinct().map(HistoryBuilder::history).toList();
  }

  private List<HistoryBuilder> touched(Event event, @Nullable MadeCall call) {
    return switch (event) {
      case ExperimentStarted _,
          ProgramStarted _,
          ProgramEvent _,
          LessonEvent _,
          NoteWritten _,
          PacketInferred _ ->
          List.of();
      case ProgramEnded ended -> calls.ended(ended);
      case CallEvent made -> call == null ? List.of() : calls.happened(made, call);
      case CaptureStarted started -> {
        builders.capturing = started.method() != CaptureMethod.NONE;
        yield List.of();
      }
      case CaptureEnded _ -> {
        builders.capturing = false;
        yield List.of();
      }
      case PacketSeen seen -> {
        Packet decoded = Packet.decode(seen.bytes());
        packet = decoded;
        yield segments.crossed(seen, decoded);
      }
      case SocketObserved seen -> List.of(kernel.observed(seen));
      case ConnectionObserved seen -> kernel.listed(seen).stream().toList();
      case ConnectionForgotten forgotten -> kernel.missed(forgotten).stream().toList();
      case SynSaved _ -> List.of();
      case ForeignEvent known -> foreign.happened(known);
    };
  }

  /** All histories so far, in the order in which they began. */
  public List<SocketHistory> histories() {
    return builders.all().stream().map(HistoryBuilder::history).toList();
  }
}
