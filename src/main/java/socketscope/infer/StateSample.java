package socketscope.infer;

import java.util.ArrayList;
import java.util.List;
import socketscope.event.ConnectionObserved;
import socketscope.event.PacketInferred.Kind;
import socketscope.event.TcpState;
import socketscope.socket.MadeCall;

/**
 * One look at an end of a connection that no program holds any more: its state alone says what must
 * have passed.
 */
final class StateSample {

  private final Connection connection;
  private final Causes causes;
  private final ConnectionObserved seen;
  private final long now;
  private final List<InferredPackets> inferred = new ArrayList<>();

  StateSample(Connection connection, Causes causes, ConnectionObserved seen) {
    this.connection = connection;
    this.causes = causes;
    this.seen = seen;
    this.now = seen.stamp().nanos();
  }

  /** What has come to light, in the order of cause and effect. */
  List<InferredPackets> at(ConnectionEnd self) {
    ConnectionEnd peer = connection.facing(self);
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
    return inferred;
  }

  private void fin(boolean isNew, ConnectionEnd from, ConnectionEnd to) {
    if (isNew) {
      from.out.finSegments++;
      add(from, to, Kind.FIN);
    }
  }

  private void add(ConnectionEnd from, ConnectionEnd to, Kind kind) {
    from.out.proven();
    from.out.tell(kind == Kind.FIN, to.out);
    long own =
        kind == Kind.FIN
            ? causes.anchor(from.socket, MadeCall::endsSending, connection.lastLook, now)
            : inferred.isEmpty() ? InferredPackets.NONE : inferred.getLast().anchor();
    inferred.add(new InferredPackets(from, to, kind, 1, 0, own, now));
  }
}
