package socketscope.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.event.CallReturned;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;
import socketscope.fold.PersistentMap;
import socketscope.socket.AddressHolder;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketKind;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;
import socketscope.status.Queues.QueuedBytes;

/** Folds what all sockets sent and read, to tell which bytes wait in which queue. */
final class Transfers {

  private static final Bytes NOTHING = Bytes.utf8("");

  /** The connection of a socket that its latest attempt led to, or that it was accepted with. */
  private record Connection(int socket, int attempt) {
    static Connection of(SocketRecord socket) {
      return new Connection(socket.number(), socket.attempt());
    }
  }

  private final SocketModel model;
  private final Map<Integer, DatagramQueue> datagrams = new HashMap<>();
  private PersistentMap<Connection, ByteStream> streams = PersistentMap.empty();

  /**
   * Nothing was sent.
   *
   * @param model of the events so far, each of which it is given before this fold
   */
  Transfers(SocketModel model) {
    this.model = model;
  }

  /** The same, of a copy of the model. */
  Transfers over(SocketModel copied) {
    Transfers copy = new Transfers(copied);
    copy.streams = streams;
    datagrams.forEach((socket, queue) -> copy.datagrams.put(socket, queue.copy()));
    return copy;
  }

  /**
   * Adds the next event.
   *
   * @param call that it is of; null where it is of none
   */
  void add(Event event, @Nullable MadeCall call) {
    if (event instanceof SocketObserved observed && observed.drops() > 0) {
      model.socket(observed.socket()).ifPresent(socket -> queue(socket).dropped(observed.drops()));
    } else if (event instanceof CallReturned returned && call != null && call.succeeded()) {
      model.socket(call).ifPresent(socket -> returned(socket, call, returned.result()));
    }
    model.closedNow().forEach(socket -> datagrams.remove(socket.number()));
  }

  private void returned(SocketRecord socket, MadeCall call, Result result) {
    if (call.sends()) {
      sent(socket, call, call.call().moved(result));
    } else if (call.receives() && !call.peeks() && socket.kind().datagram()) {
      queue(socket).read(result.data() == null ? NOTHING : result.data());
    }
  }

  private void sent(SocketRecord socket, MadeCall call, long count) {
    Bytes data = call.call().data();
    if (socket.kind().datagram()) {
      receiver(socket, call).ifPresent(receiver -> queue(receiver).delivered(data));
    } else {
      Connection connection = Connection.of(socket);
      ByteStream before = streams.getOrDefault(connection, ByteStream.EMPTY);
      streams = streams.with(connection, before.with(data, count));
    }
  }

  private DatagramQueue queue(SocketRecord socket) {
    return datagrams.computeIfAbsent(socket.number(), _ -> new DatagramQueue());
  }

  /** The socket that a datagram goes to: one that is connected to the sender before any other. */
  private Optional<SocketRecord> receiver(SocketRecord sender, MadeCall call) {
    if (call.target() == null && sender.peer() == null) {
      return model.peerOf(sender);
    }
    SocketAddress target = call.target() == null ? sender.peer() : call.target();
    SocketRecord found = null;
    for (AddressHolder holder : model.holders(sender.kind(), target)) {
      SocketRecord other = holder.socket();
      if (other != null && other.local() != null && other.local().covers(target)) {
        boolean connected = other.peer() != null;
        boolean wanted = !connected || comesFrom(sender, other.peer());
        found = wanted && (found == null || connected) ? other : found;
      }
    }
    return Optional.ofNullable(found);
  }

  /** A sender that is bound to any address sends from the one that the kernel picks. */
  private static boolean comesFrom(SocketRecord sender, SocketAddress peer) {
    return sender.local() == null || sender.local().covers(peer);
  }

  /** The queues of an open socket with the bytes that wait in them. */
  Queues complete(SocketStatus status, SocketRecord socket) {
    Queues told = status.queues();
    if (status.datagram()) {
      DatagramQueue queue = datagrams.getOrDefault(status.number(), new DatagramQueue());
      if (told.receive() < 0 || !queue.agrees(told.receive())) {
        return told;
      }
      List<QueuedBytes> waiting = queue.pieces();
      return new Queues(
          told.receive(), waiting, waiting.size(), told.drops(), told.send(), told.sent());
    }
    return new Queues(
        told.receive(),
        model
            .peerOf(socket)
            .map(peer -> streamOf(peer, socket.received(), told.receive()))
            .orElse(List.of()),
        told.datagrams(),
        told.drops(),
        told.send(),
        lastSent(socket, status.state(), told.send()));
  }

  /** The bytes that wait at a connection which nobody has read from. */
  List<QueuedBytes> waiting(ConnectionObserved kept) {
    SocketKind tcp = new SocketKind(SocketKind.Family.INET, SocketKind.Type.STREAM, 0);
    return model
        .between(tcp, /* local= */ kept.peer(), /* peer= */ kept.local())
        .map(sender -> streamOf(sender, 0, kept.receiveQueue()))
        .orElse(List.of());
  }

  private List<QueuedBytes> streamOf(SocketRecord sender, long from, long length) {
    return streams
        .getOrDefault(Connection.of(sender), ByteStream.EMPTY)
        .range(from, length, entering(sender).orElse(NOTHING));
  }

  /** What a call that has not returned is sending. */
  private Optional<Bytes> entering(SocketRecord socket) {
    return model.underWay(socket).stream()
        .filter(MadeCall::sends)
        .map(call -> call.call().data())
        .findFirst();
  }

  /** What is not acknowledged is the end of the stream, with the FIN after it. */
  private List<QueuedBytes> lastSent(SocketRecord socket, @Nullable TcpState state, long waiting) {
    ByteStream stream = streams.get(Connection.of(socket));
    if (stream == null || state == null || entering(socket).isPresent()) {
      return List.of();
    }
    long data = hasFinUnderWay(state) ? waiting - 1 : waiting;
    return stream.range(stream.total() - data, data, NOTHING);
  }

  private static boolean hasFinUnderWay(TcpState state) {
    return switch (state) {
      case FIN_WAIT1, CLOSING, LAST_ACK -> true;
      case LISTEN, SYN_SENT, SYN_RECV, ESTABLISHED, FIN_WAIT2, CLOSE_WAIT, TIME_WAIT, CLOSED ->
          false;
    };
  }
}
