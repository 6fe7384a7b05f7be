package socketscope.diagram;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;
import socketscope.fold.PersistentMap;
import socketscope.packet.Packet;
import socketscope.queue.QueueFold;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;
import socketscope.state.Kind;
import socketscope.state.SocketHistory;

/** Tells the kernels' lines what lies in the queues of the sockets that an event is about. */
final class QueueSpans {

  private final SocketModel model;
  private final QueueFold queues;
  private final SocketFold sockets;

  /** What became of each socket, by its number: packets tell its addresses before the kernel. */
  private PersistentMap<Integer, SocketHistory> histories = PersistentMap.empty();

  QueueSpans(SocketModel model, SocketFold sockets) {
    this(model, new QueueFold(model), sockets);
  }

  private QueueSpans(SocketModel model, QueueFold queues, SocketFold sockets) {
    this.model = model;
    this.queues = queues;
    this.sockets = sockets;
  }

  /** The same, with copies of all else. */
  QueueSpans over(SocketModel otherModel, SocketFold otherSockets) {
    QueueSpans copy = new QueueSpans(otherModel, queues.over(otherModel), otherSockets);
    copy.histories = histories;
    return copy;
  }

  /**
   * Adds an event that the model was given.
   *
   * @param packet that it is about, decoded; null where it is about none
   * @param touched the histories that it may have changed
   * @param row from which on it is so
   */
  void add(Event event, @Nullable Packet packet, List<SocketHistory> touched, int row) {
    MadeCall call = model.lastCall();
    queues.add(event, call, packet);
    Set<Integer> changed = new LinkedHashSet<>();
    for (SocketHistory history : touched) {
      if (history.socketNumber() == MadeCall.NONE) {
        unaccepted(history, row);
      } else {
        accepted(history, row);
        changed.add(history.socketNumber());
      }
    }
    if (call != null) {
      model.socket(call).ifPresent(socket -> changed.addAll(bothEnds(socket)));
    } else if (event instanceof SocketObserved seen) {
      model.socket(seen.socket()).ifPresent(socket -> changed.add(socket.number()));
    }
    changed.forEach(number -> model.socket(number).ifPresent(socket -> changed(socket, row)));
  }

  private List<Integer> bothEnds(SocketRecord socket) {
    return model
        .peerOf(socket)
        .map(peer -> List.of(socket.number(), peer.number()))
        .orElse(List.of(socket.number()));
  }

  private void changed(SocketRecord socket, int row) {
    if (socket.open() && socket.phase() != SocketRecord.Phase.LISTENING) {
      SocketHistory history = histories.get(socket.number());
      boolean tcp = history != null && history.kind() == Kind.TCP;
      TcpState state = tcp ? history.state() : null;
      sockets.queued(
          socket.id(),
          queues.of(
              socket,
              state,
              tcp && history.local() != null ? history.local() : socket.local(),
              tcp && history.peer() != null ? history.peer() : socket.peer()),
          row);
    }
  }

  /** A connection that waits for accept(): what has arrived lies there already. */
  private void unaccepted(SocketHistory history, int row) {
    SocketAddress local = history.local();
    SocketAddress peer = history.peer();
    if (local != null && peer != null) {
      if (history.waitsForAccept()) {
        sockets.queued(history.program(), local, peer, queues.unaccepted(local, peer), row);
      } else {
        sockets.taken(local, peer, row);
      }
    }
  }

  private void accepted(SocketHistory history, int row) {
    SocketHistory before = histories.get(history.socketNumber());
    if (before == null && history.local() != null && history.peer() != null) {
      sockets.taken(history.local(), history.peer(), row);
    }
    histories = histories.with(history.socketNumber(), history);
  }
}
