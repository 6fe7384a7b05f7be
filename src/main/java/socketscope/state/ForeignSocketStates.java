package socketscope.state;

import static socketscope.event.TcpState.CLOSED;
import static socketscope.event.TcpState.LAST_ACK;
import static socketscope.event.TcpState.TIME_WAIT;

import java.util.List;
import socketscope.event.ForeignEvent;
import socketscope.event.ForeignProgramEnded;
import socketscope.event.ForeignSocketObserved;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.SocketId;

/** What is known of the sockets of foreign programs, whose calls nobody sees. */
final class ForeignSocketStates {

  private final HistoryBuilders builders;
  private final KernelWord kernel;

  ForeignSocketStates(HistoryBuilders builders, KernelWord kernel) {
    this.builders = builders;
    this.kernel = kernel;
  }

  /** Gives the histories that may have changed. */
  List<HistoryBuilder> happened(ForeignEvent event) {
    return switch (event) {
      case ForeignSocketSeen seen -> List.of(seen(seen));
      case ForeignSocketObserved observed -> List.of(observed(observed));
      case ForeignProgramEnded _ -> List.of(); // its sockets are told of one by one
    };
  }

  /** It has not done anything yet: what did it stands behind. */
  private HistoryBuilder seen(ForeignSocketSeen seen) {
    HistoryBuilder builder = builder(seen.socket());
    builder.local = seen.local().unmapped();
    builder.peer = Pair.plainOrNull(seen.peer());
    if (builder.kind == Kind.UDP) {
      builder.name(AddressChange.Standing.BOUND, seen, new ChangeCause.Told(seen));
    } else {
      if (seen.peer() != null) {
        builders.place(builder, new Pair(seen.local(), seen.peer()));
      }
      if (!seen.opened()) {
        builder.bornListening();
      }
    }
    return builder;
  }

  private HistoryBuilder builder(SocketId socket) {
    return builders.of(builders.model().socket(socket).orElseThrow());
  }

  private HistoryBuilder observed(ForeignSocketObserved seen) {
    HistoryBuilder builder = builder(seen.socket());
    boolean closed = builder.open && !seen.held();
    builder.open = seen.held();
    builder.toldSinceClosed |= closed;
    if (seen.state() == null) {
      if (closed) {
        builder.name(AddressChange.Standing.CLOSED, seen, new ChangeCause.Told(seen));
      }
    } else if (seen.state() == CLOSED && !builder.is(CLOSED, LAST_ACK, TIME_WAIT)) {
      builder.correct(CLOSED, seen); // it is no longer listed: which way it went was not seen
    } else {
      kernel.says(builder, seen.state(), seen);
    }
    return builder;
  }
}
