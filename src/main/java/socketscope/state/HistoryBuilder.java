package socketscope.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.TcpState;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;
import socketscope.state.Transition.Way;

/** A history that is being written. */
final class HistoryBuilder {

  final int number;
  String program;
  Kind kind = Kind.OTHER;
  int descriptor = -1;
  boolean open;

  @Nullable SocketId socket;

  /** The number of the socket in the model; {@link MadeCall#NONE} while no program has it. */
  int socketNumber = MadeCall.NONE;

  @Nullable SocketId listener;
  @Nullable SocketAddress local;
  @Nullable SocketAddress peer;
  SocketHistory.@Nullable Countdown countdown;

  /** Whether packets of its connection were captured. */
  boolean followed;

  /** Whether the kernel spoke of it since its descriptor was closed. */
  boolean toldSinceClosed;

  final TrackedNumbers numbers;
  private final List<Change> changes = new ArrayList<>();
  private TcpState state = TcpState.CLOSED;

  HistoryBuilder(int number, String program) {
    this(number, program, new TrackedNumbers());
  }

  private HistoryBuilder(int number, String program, TrackedNumbers numbers) {
    this.number = number;
    this.program = program;
    this.numbers = numbers;
  }

  /** The same history, to be written on apart. */
  HistoryBuilder copy() {
    HistoryBuilder copy = new HistoryBuilder(number, program, numbers.copy());
    copy.kind = kind;
    copy.descriptor = descriptor;
    copy.open = open;
    copy.socket = socket;
    copy.socketNumber = socketNumber;
    copy.listener = listener;
    copy.local = local;
    copy.peer = peer;
    copy.countdown = countdown;
    copy.followed = followed;
    copy.toldSinceClosed = toldSinceClosed;
    copy.changes.addAll(changes);
    copy.state = state;
    return copy;
  }

  /** Takes over what calls and the kernel's word have made of its socket. */
  void is(SocketRecord record) {
    Kind told = Kind.of(record);
    kind = told == Kind.OTHER ? kind : told;
    descriptor = record.descriptor();
  }

  TcpState state() {
    return state;
  }

  boolean is(TcpState... states) {
    return List.of(states).contains(state);
  }

  /** A connection that a listener's kernel makes begins where the listener stands. */
  void bornListening() {
    state = TcpState.LISTEN;
  }

  /** Goes along an arrow of the figure. */
  void go(TcpState to, Event event, ChangeCause cause) {
    add(new Transition(state, to, Way.EDGE, event, cause, true, null));
  }

  /** Goes along an arrow that must have been gone before the event, but was not seen. */
  void pass(TcpState to, Event event, ChangeCause cause) {
    add(new Transition(state, to, Way.EDGE, event, cause, false, null));
  }

  /** The connection breaks off. */
  void abort(Event event, ChangeCause cause) {
    add(new Transition(state, TcpState.CLOSED, Way.ABORTED, event, cause, true, null));
  }

  void correct(TcpState to, Event event) {
    add(new Transition(state, to, Way.CORRECTED, event, new ChangeCause.Told(event), true, event));
  }

  private void add(Transition transition) {
    state = transition.to();
    countdown = null;
    changes.add(transition);
  }

  /** The kernel says that it is in the state that was derived. */
  void confirm(Event word) {
    if (!changes.isEmpty() && changes.getLast() instanceof Transition last) {
      changes.set(changes.size() - 1, last.confirmedBy(word));
    }
  }

  AddressChange.Standing standing() {
    return changes.isEmpty() || !(changes.getLast() instanceof AddressChange last)
        ? AddressChange.Standing.UNBOUND
        : last.to();
  }

  /** A socket without states has other addresses now. */
  void name(AddressChange.Standing to, Event event, ChangeCause cause) {
    changes.add(new AddressChange(standing(), to, event, cause, local, peer));
  }

  /** Whether nothing has become of it yet. */
  boolean untouched() {
    return changes.isEmpty();
  }

  /** When the last change came about, on the clock of the stamps; far back where none did. */
  long changedAt() {
    return changes.isEmpty() ? Long.MIN_VALUE / 2 : changes.getLast().event().stamp().nanos();
  }

  /** Whether it was in that state at that moment or after it. */
  boolean wasSince(TcpState asked, long nanos) {
    for (Change change : changes.reversed()) {
      if (change.event().stamp().nanos() < nanos) {
        return false;
      }
      if (change instanceof Transition transition && transition.from() == asked) {
        return true;
      }
    }
    return false;
  }

  SocketHistory history() {
    return new SocketHistory(
        number,
        kind,
        program,
        socket,
        socketNumber,
        descriptor,
        open,
        listener,
        local,
        peer,
        changes,
        countdown,
        open || socket == null || followed || toldSinceClosed);
  }
}
