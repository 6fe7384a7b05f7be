package socketscope.infer;

import java.util.ArrayList;
import java.util.List;
import socketscope.event.ConnectionObserved;
import socketscope.event.PacketInferred.Kind;
import socketscope.event.TcpState;

/**
 * One look at an end of a connection that no program holds any more: its state alone says what must
 * have passed.
 */
final class StateLook {

  private final Connection connection;
  private final Causes causes;
  private final ConnectionObserved seen;
  private final long now;
  private final List<Atom> atoms = new ArrayList<>();

  StateLook(Connection connection, Causes causes, ConnectionObserved seen) {
    this.connection = connection;
    this.causes = causes;
    this.seen = seen;
    this.now = seen.stamp().nanos();
  }

  /** What has come to light, in the order of cause and effect. */
  List<Atom> at(Side self) {
    Side peer = connection.facing(self);
    boolean gone = Connection.finSent(seen) && self.out.finSegments == 0;
    boolean came = Connection.finReceived(seen) && peer.out.finSegments == 0;
    // An end in TIME_WAIT spoke its FIN first, an end that waits for the last ACK did not.
    fin(gone, self, peer);
    fin(came, peer, self);
    if (seen.state() == TcpState.TIME_WAIT && !peer.out.finAnswered()) {
      add(self, peer, Kind.ACK);
    }
    if (seen.state() == TcpState.FIN_WAIT2 && !self.out.finAnswered()) {
      add(peer, self, Kind.ACK);
    }
    return atoms;
  }

  private void fin(boolean isNew, Side from, Side to) {
    if (isNew) {
      from.out.finSegments++;
      add(from, to, Kind.FIN);
    }
  }

  private void add(Side from, Side to, Kind kind) {
    from.out.proven();
    from.out.tell(kind == Kind.FIN, to.out);
    long own =
        kind == Kind.FIN
            ? causes.anchor(from.socket, CallSpan.ENDING, connection.lastLook, now)
            : atoms.isEmpty() ? Atom.NONE : atoms.getLast().anchor();
    atoms.add(new Atom(from, to, kind, 1, 0, own, now));
  }
}
