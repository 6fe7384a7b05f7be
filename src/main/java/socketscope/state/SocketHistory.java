package socketscope.state;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.TcpState;

/**
 * What became of one socket so far.
 *
 * @param number counts the histories of an experiment from 0, in the order in which they began
 * @param program the program whose socket it is, or will be
 * @param socket null while it waits in an accept queue: no program has it yet
 * @param socketNumber its number in the model of sockets; -1 while it waits in an accept queue
 * @param descriptor the number of its descriptor, or the last one that it had; -1 before it has one
 * @param open whether a program holds it by a descriptor
 * @param listener the listener that it came from; null where it came from socket()
 * @param local its own address; null before it has one
 * @param peer the address at the other end; null without one
 * @param changes in their order: {@link Transition}s of TCP, {@link AddressChange}s of all else
 * @param countdown what it waits for, where the kernel said how long; else null
 * @param traced whether its state is known now: by packets that cross, or by the kernel's word
 *     since its descriptor was closed
 */
public record SocketHistory(
    int number,
    Kind kind,
    String program,
    @Nullable SocketId socket,
    int socketNumber,
    int descriptor,
    boolean open,
    @Nullable SocketId listener,
    @Nullable SocketAddress local,
    @Nullable SocketAddress peer,
    List<Change> changes,
    @Nullable Countdown countdown,
    boolean traced) {

  /** Keeps a copy. */
  public SocketHistory {
    changes = List.copyOf(changes);
  }

  /**
   * What the kernel waits for.
   *
   * @param since when it said so, on the clock of the stamps, in nanoseconds
   * @param nanos how long it still waits from then on
   */
  public record Countdown(long since, long nanos) {}

  /** Its TCP state, as far as is known. */
  public TcpState state() {
    return transitions().isEmpty() ? TcpState.CLOSED : transitions().getLast().to();
  }

  /** Its transitions; none where it is not TCP. */
  public List<Transition> transitions() {
    return changes.stream()
        .filter(Transition.class::isInstance)
        .map(Transition.class::cast)
        .toList();
  }

  /** How it stands, where it is not TCP. */
  public AddressChange.Standing standing() {
    return changes.isEmpty() || !(changes.getLast() instanceof AddressChange naming)
        ? AddressChange.Standing.UNBOUND
        : naming.to();
  }

  /** Whether it is a connection that no program has taken with accept(). */
  public boolean waitsForAccept() {
    return listener != null && socket == null;
  }

  /** Whether it is a socket that listens, or did until it was closed. */
  public boolean isListener() {
    return listener == null && transitions().stream().anyMatch(one -> one.to() == TcpState.LISTEN);
  }

  /** Whether that is the other end of this connection. */
  public boolean facing(SocketHistory other) {
    return local != null
        && peer != null
        && kind == other.kind
        && local.equals(other.peer)
        && peer.equals(other.local);
  }

  /** The last change that happened with that event or before it. */
  public Optional<Change> changeAt(Event event) {
    return changes.stream()
        .filter(change -> change.event().compareTo(event) <= 0)
        .reduce((_, last) -> last);
  }
}
