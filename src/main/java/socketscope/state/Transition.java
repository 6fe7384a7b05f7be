package socketscope.state;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.TcpState;

/**
 * A TCP socket went from one state to another.
 *
 * @param event the event with which it is known to have happened: its moment
 * @param seen whether its moment is known; else it had to be passed on the way to the next state
 * @param confirmedBy where the kernel itself said that the socket is in the new state, its word
 */
public record Transition(
    TcpState from,
    TcpState to,
    Way way,
    Event event,
    ChangeCause cause,
    boolean seen,
    @Nullable Event confirmedBy)
    implements Change {

  /** How it went. */
  public enum Way {
    /** Along an arrow of the RFC's figure. */
    EDGE,
    /** The connection was broken off, by RST or for lack of any answer: straight to CLOSED. */
    ABORTED,
    /** What was derived before was wrong: the kernel said otherwise. */
    CORRECTED
  }

  /** Checks that an arrow of the figure is one, and that what is broken off is CLOSED. */
  public Transition {
    boolean arrow = Edge.between(from, to).isPresent();
    if (from == to || way == Way.EDGE && !arrow || way == Way.ABORTED && to != TcpState.CLOSED) {
      throw new IllegalArgumentException(way + " " + from + " " + to);
    }
  }

  /** The arrow that was gone; empty where it was none. */
  public Optional<Edge> edge() {
    return way == Way.EDGE ? Edge.between(from, to) : Optional.empty();
  }

  /** Whether the kernel itself said so. */
  public boolean confirmed() {
    return confirmedBy != null;
  }

  Transition confirmedBy(Event word) {
    return confirmed() ? this : new Transition(from, to, way, event, cause, seen, word);
  }
}
