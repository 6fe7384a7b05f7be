package socketscope.state;

import static socketscope.event.TcpState.CLOSED;
import static socketscope.event.TcpState.LAST_ACK;
import static socketscope.event.TcpState.TIME_WAIT;

import java.util.List;
import socketscope.event.ForeignEvent;
import socketscope.event.ForeignProgramEnded;
import socketscope.event.ForeignSocketObserved;
import socketscope.event.ForeignSocketSeen;

/** What is known of the sockets of foreign programs, whose calls nobody sees. */
final class Foreign {

  private final Lives lives;
  private final KernelWord kernel;

  Foreign(Lives lives, KernelWord kernel) {
    this.lives = lives;
    this.kernel = kernel;
  }

  /** Gives the lives that may have changed. */
  List<Life> happened(ForeignEvent event) {
    return switch (event) {
      case ForeignSocketSeen seen -> List.of(seen(seen));
      case ForeignSocketObserved observed -> List.of(observed(observed));
      case ForeignProgramEnded _ -> List.of(); // its sockets are told of one by one
    };
  }

  /** It has not done anything yet: what did it stands behind. */
  private Life seen(ForeignSocketSeen seen) {
    Life life = lives.of(seen.socket());
    life.foreign = true;
    life.descriptor = seen.descriptor();
    life.kind = seen.type().equals("SOCK_STREAM") ? Kind.TCP : Kind.UDP;
    life.local = Pair.plain(seen.local());
    life.peer = Pair.plainOrNull(seen.peer());
    if (life.kind == Kind.UDP) {
      life.name(Naming.Standing.BOUND, seen, new Cause.Told(seen));
    } else {
      if (seen.peer() != null) {
        lives.place(life, new Pair(seen.local(), seen.peer()));
      }
      if (!seen.opened()) {
        life.bornListening();
      }
    }
    return life;
  }

  private Life observed(ForeignSocketObserved seen) {
    Life life = lives.of(seen.socket());
    boolean closed = life.open && !seen.held();
    life.open = seen.held();
    life.toldSinceClosed |= closed;
    life.unread = seen.receiveQueue();
    if (seen.state() == null) {
      if (closed) {
        life.name(Naming.Standing.CLOSED, seen, new Cause.Told(seen));
      }
    } else if (seen.state() == CLOSED && !life.is(CLOSED, LAST_ACK, TIME_WAIT)) {
      life.correct(CLOSED, seen); // it is no longer listed: which way it went was not seen
    } else {
      kernel.says(life, seen.state(), seen);
    }
    return life;
  }
}
