package socketscope.socket;

import java.util.Objects;
import socketscope.event.ForeignEvent;
import socketscope.event.ForeignProgramEnded;
import socketscope.event.ForeignSocketObserved;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.event.SynSaved;
import socketscope.event.TcpState;
import socketscope.socket.SocketRecord.Binding;
import socketscope.socket.SocketRecord.Maker;
import socketscope.socket.SocketRecord.Phase;

/** What the kernel said when it was asked about sockets, and what is known of foreign ones. */
final class KernelReports {

  private final Sockets sockets;
  private final Attempts attempts;

  KernelReports(Sockets sockets, Attempts attempts) {
    this.sockets = sockets;
    this.attempts = attempts;
  }

  void observed(SocketObserved seen) {
    int number = sockets.known(seen.socket(), seen.stamp().nanos()).number;
    attempts.observed(Objects.requireNonNull(sockets.at(number)), seen);
    SocketRecord before = Objects.requireNonNull(sockets.at(number));
    boolean lost = seen.state() == TcpState.CLOSED && before.phase == Phase.CONNECTED;
    if (lost && before.open()) {
      attempts.broken(before, seen);
    }
    sockets.change(
        number,
        record -> {
          record.kind = kind(record.kind, seen);
          if (seen.program().equals(record.program()) || record.descriptor < 0) {
            record.descriptor = seen.descriptor(); // one that was sent has a number of its own
          }
          record.observedBefore = record.observed;
          record.observed = seen;
          names(record, seen);
          if (record.open()) {
            phase(record, seen);
          }
          if (lost && !record.kind.datagram()) {
            record.pending = "";
          }
        });
  }

  void synSaved(SynSaved saved) {
    int number = sockets.known(saved.socket(), saved.stamp().nanos()).number;
    sockets.change(number, record -> record.syn = saved);
  }

  /** TCP's word is that of a socket of TCP, whoever made it. */
  private static SocketKind kind(SocketKind known, SocketObserved seen) {
    return known.family() == SocketKind.Family.UNKNOWN || known.type() == SocketKind.Type.UNKNOWN
        ? known.and(seen)
        : known;
  }

  private static void names(SocketRecord record, SocketObserved seen) {
    SocketAddress local = seen.local() == null || !seen.local().named() ? null : seen.local();
    boolean calling = record.phase == Phase.CONNECTING && seen.state() == TcpState.CLOSED;
    if (record.kind.tcp() && local == null && record.local != null) {
      return; // the kernel was asked before it had one
    }
    boolean another = !Objects.equals(local, record.local);
    record.local = local;
    if (local != null && another && !calling && record.binding == Binding.NONE) {
      boolean left = seen.state() == TcpState.CLOSED && record.attempt != MadeCall.NONE;
      record.binding = left ? Binding.NONE : found(record);
    }
    boolean gone = seen.state() == TcpState.CLOSED && atRest(record.phase);
    if (!record.kind.tcp() || seen.peer() != null && !gone) {
      record.peer = seen.peer();
    }
  }

  /** What is told then as its peer is the one of a connection that is no more. */
  private static boolean atRest(Phase phase) {
    return phase == Phase.UNBOUND || phase == Phase.BOUND;
  }

  private static void phase(SocketRecord record, SocketObserved seen) {
    switch (seen.state()) {
      case null -> {
        if (record.phase == Phase.UNBOUND && record.local != null) {
          record.phase = Phase.BOUND;
        }
        if (record.kind.datagram() && record.peer != null) {
          record.phase = Phase.CONNECTED;
        }
      }
      case LISTEN -> record.phase = Phase.LISTENING;
      case SYN_SENT -> record.phase = Phase.CONNECTING;
      case SYN_RECV, ESTABLISHED, FIN_WAIT1, FIN_WAIT2 -> connected(record);
      case CLOSE_WAIT, CLOSING, LAST_ACK -> {
        connected(record);
        record.peerEnded = record.peerEnded == null ? seen : record.peerEnded;
      }
      case CLOSED -> {
        if (record.phase == Phase.UNBOUND && record.binding != Binding.NONE) {
          record.phase = Phase.BOUND;
        }
      }
      case TIME_WAIT -> {}
    }
  }

  private static void connected(SocketRecord record) {
    record.phase = Phase.CONNECTED;
    if (record.binding == Binding.NONE) {
      record.binding = found(record);
    }
  }

  /** Where an address comes from that no call was seen to give. */
  private static Binding found(SocketRecord record) {
    return record.maker == Maker.SOCKET ? Binding.AUTOMATIC : Binding.UNSEEN;
  }

  void foreign(ForeignEvent event) {
    switch (event) {
      case ForeignSocketSeen seen -> seen(seen);
      case ForeignSocketObserved seen -> observed(seen);
      case ForeignProgramEnded _ -> {} // its sockets are told of one by one
    }
  }

  private void seen(ForeignSocketSeen seen) {
    int number = sockets.known(seen.socket(), seen.stamp().nanos()).number;
    boolean stream = SocketKind.type(seen.type()) == SocketKind.Type.STREAM;
    sockets.change(
        number,
        record -> {
          record.kind =
              new SocketKind(SocketKind.family(seen.local()), SocketKind.type(seen.type()), 0);
          record.maker = Maker.FOREIGN;
          record.foreign = seen;
          record.binding = Binding.UNSEEN;
          record.descriptor = seen.descriptor();
          record.local = seen.local();
          record.peer = seen.peer();
          record.phase = stream && seen.peer() != null ? Phase.CONNECTED : Phase.BOUND;
        });
  }

  private void observed(ForeignSocketObserved seen) {
    int number = sockets.known(seen.socket(), seen.stamp().nanos()).number;
    sockets.change(
        number,
        record -> {
          record.maker = Maker.FOREIGN;
          record.closed = seen.held() ? null : record.closed == null ? seen : record.closed;
          record.phase = seen.held() ? record.phase : Phase.CLOSED;
        });
  }
}
