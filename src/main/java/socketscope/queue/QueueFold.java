package socketscope.queue;

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
import socketscope.packet.Flow;
import socketscope.packet.Packet;
import socketscope.packet.TcpFlag;
import socketscope.packet.TcpLayer;
import socketscope.queue.Queues.QueuedBytes;
import socketscope.socket.AddressHolder;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketKind;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;

/**
 * Folds what all sockets sent and read and what segments carried, to tell which bytes wait in which
 * queue.
 */
public final class QueueFold {

  private static final Bytes NOTHING = Bytes.utf8("");

  /** The connection of a socket that its latest attempt led to, or that it was accepted with. */
  private record Connection(int socket, int attempt) {
    static Connection of(SocketRecord socket) {
      return new Connection(socket.number(), socket.attempt());
    }
  }

  /** One direction of a TCP connection, by its addresses. */
  private record Direction(SocketAddress from, SocketAddress to) {
    static Direction of(SocketAddress from, SocketAddress to) {
      return new Direction(from.unmapped(), to.unmapped());
    }

    Direction reversed() {
      return new Direction(to, from);
    }
  }

  /**
   * What the kernel was asked so soon after a segment or a call may be from before it: its stamp is
   * the moment of the question.
   */
  private static final long OVERLAP_NANOS = 200_000;

  private final SocketModel model;
  private final Map<Integer, DatagramQueue> datagrams = new HashMap<>();
  private PersistentMap<Connection, ByteStream> streams = PersistentMap.empty();
  private PersistentMap<Direction, SegmentStream> segments = PersistentMap.empty();

  /** How much a socket had read when the kernel was asked last, by socket. */
  private PersistentMap<Integer, Long> readBefore = PersistentMap.empty();

  /** When a call has read from a socket last, by socket. */
  private PersistentMap<Integer, Long> reads = PersistentMap.empty();

  /** What the kernel says of a receive queue beyond what segments and reads tell, by socket. */
  private PersistentMap<Integer, Long> beyond = PersistentMap.empty();

  /**
   * Nothing was sent.
   *
   * @param model of the events so far, each of which it is given before this fold
   */
  public QueueFold(SocketModel model) {
    this.model = model;
  }

  /** The same, of a copy of the model. */
  public QueueFold over(SocketModel copied) {
    QueueFold copy = new QueueFold(copied);
    copy.streams = streams;
    copy.segments = segments;
    copy.beyond = beyond;
    copy.reads = reads;
    copy.readBefore = readBefore;
    datagrams.forEach((socket, queue) -> copy.datagrams.put(socket, queue.copy()));
    return copy;
  }

  /**
   * Adds the next event.
   *
   * @param call that it is of; null where it is of none
   * @param packet that it is about, decoded; null where it is about none
   */
  public void add(Event event, @Nullable MadeCall call, @Nullable Packet packet) {
    if (packet != null) {
      crossed(packet, event.stamp().nanos());
    } else if (event instanceof SocketObserved observed) {
      model.socket(observed.socket()).ifPresent(socket -> observed(socket, observed));
    } else if (event instanceof CallReturned returned && call != null && call.succeeded()) {
      model.socket(call).ifPresent(socket -> returned(socket, call, returned.result()));
    }
    model.closedNow().forEach(socket -> datagrams.remove(socket.number()));
  }

  private void crossed(Packet packet, long nanos) {
    Flow flow = packet.flow().orElse(null);
    TcpLayer segment = packet.layer(TcpLayer.class).orElse(null);
    if (flow == null || segment == null) {
      return;
    }
    Direction way = Direction.of(flow.source(), flow.destination());
    SegmentStream stream = segments.get(way);
    if (segment.flags().has(TcpFlag.SYN) && (stream == null || !stream.isBegunBy(segment))) {
      segments = segments.with(way, SegmentStream.begun(segment, nanos));
    } else if (stream != null) {
      segments = segments.with(way, stream.with(segment, nanos));
    }
    SegmentStream back = segments.get(way.reversed());
    if (segment.flags().has(TcpFlag.ACK) && back != null) {
      segments = segments.with(way.reversed(), back.acknowledged(segment.acknowledgment(), nanos));
    }
  }

  private void observed(SocketRecord socket, SocketObserved seen) {
    if (seen.drops() > 0) {
      queue(socket).dropped(seen.drops());
    }
    readBefore = readBefore.with(socket.number(), socket.received());
    SegmentStream arriving = arriving(socket.local(), socket.peer());
    if (arriving != null
        && seen.receiveQueue() >= 0
        && seen.stamp().nanos() - changed(socket, arriving) > OVERLAP_NANOS) {
      long told = arriving.arrived() - socket.received();
      beyond = beyond.with(socket.number(), seen.receiveQueue() - told);
    }
  }

  /** When a segment arrived or a call read from the queue last. */
  private long changed(SocketRecord socket, SegmentStream arriving) {
    return Math.max(arriving.changed(), reads.getOrDefault(socket.number(), Long.MIN_VALUE));
  }

  /** What comes to an end of a connection; null where its segments were not seen. */
  private @Nullable SegmentStream arriving(
      @Nullable SocketAddress local, @Nullable SocketAddress peer) {
    return local == null || peer == null ? null : segments.get(Direction.of(peer, local));
  }

  private void returned(SocketRecord socket, MadeCall call, Result result) {
    if (call.receives()) {
      reads = reads.with(socket.number(), call.until());
    }
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

  /**
   * The queues of an open socket with the bytes that wait in them.
   *
   * @param state its TCP state; null where it is not TCP
   * @param local its address, which packets tell before the kernel does
   */
  public Queues of(
      SocketRecord socket,
      @Nullable TcpState state,
      @Nullable SocketAddress local,
      @Nullable SocketAddress peer) {
    SocketObserved seen = socket.observed();
    Queues told = seen == null ? Queues.UNKNOWN : Queues.of(seen);
    if (socket.kind().datagram()) {
      return datagrams(socket, told);
    }
    SegmentStream arriving = arriving(local, peer);
    SegmentStream leaving = arriving(/* local= */ peer, /* peer= */ local);
    long receive = receive(socket, told, arriving);
    long send = send(socket, told, state, leaving);
    return new Queues(
        receive,
        model
            .peerOf(socket)
            .map(sender -> streamOf(sender, socket.received(), receive))
            .orElse(List.of()),
        told.datagrams(),
        told.drops(),
        send,
        lastSent(socket, state, send));
  }

  /** The queues of a connection that waits for accept(), of which nothing was read. */
  public Queues unaccepted(SocketAddress local, SocketAddress peer) {
    SegmentStream arriving = arriving(local, peer);
    long receive =
        arriving == null
            ? model.kept(local, peer).map(ConnectionObserved::receiveQueue).orElse(-1L)
            : arriving.arrived();
    return new Queues(receive, sentTo(local, peer, receive), -1, -1, -1, List.of());
  }

  private Queues datagrams(SocketRecord socket, Queues told) {
    DatagramQueue queue = datagrams.getOrDefault(socket.number(), new DatagramQueue());
    if (told.receive() < 0 || !queue.agrees(told.receive())) {
      return told;
    }
    List<QueuedBytes> waiting = queue.pieces();
    return new Queues(
        told.receive(), waiting, waiting.size(), told.drops(), told.send(), told.sent());
  }

  private long receive(SocketRecord socket, Queues told, @Nullable SegmentStream arriving) {
    long received = socket.received();
    if (arriving == null && told.receive() > 0) {
      return Math.max(
          0, told.receive() - (received - readBefore.getOrDefault(socket.number(), received)));
    }
    return arriving == null || told.receive() < 0 && arriving.arrived() == 0
        ? told.receive()
        : Math.max(0, arriving.arrived() - received + beyond.getOrDefault(socket.number(), 0L));
  }

  /** Once a side has ended its direction, the kernel counts the FIN, too: it is asked. */
  private long send(
      SocketRecord socket, Queues told, @Nullable TcpState state, @Nullable SegmentStream leaving) {
    boolean open = state == TcpState.ESTABLISHED || state == TcpState.CLOSE_WAIT;
    ByteStream stream = streams.getOrDefault(Connection.of(socket), ByteStream.EMPTY);
    return leaving == null || !open
        ? told.send()
        : Math.max(stream.total(), leaving.arrived()) - leaving.acknowledged();
  }

  /** The bytes that wait at a connection which nobody has read from. */
  public List<QueuedBytes> waiting(ConnectionObserved kept) {
    return sentTo(kept.local(), kept.peer(), kept.receiveQueue());
  }

  private List<QueuedBytes> sentTo(SocketAddress local, SocketAddress peer, long length) {
    SocketKind tcp = new SocketKind(SocketKind.Family.INET, SocketKind.Type.STREAM, 0);
    return model
        .between(tcp, /* local= */ peer, /* peer= */ local)
        .map(sender -> streamOf(sender, 0, length))
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
    ByteStream stream = streams.getOrDefault(Connection.of(socket), ByteStream.EMPTY);
    Bytes entering = entering(socket).orElse(NOTHING);
    SegmentStream leaving = arriving(/* local= */ socket.peer(), /* peer= */ socket.local());
    if (state == null || entering.length() > 0 && leaving == null) {
      return List.of(); // how much of it the kernel has taken is not known
    }
    long data = hasFinUnderWay(state) ? waiting - 1 : waiting;
    long total = leaving == null ? stream.total() : Math.max(stream.total(), leaving.arrived());
    return stream.range(total - data, data, entering);
  }

  private static boolean hasFinUnderWay(TcpState state) {
    return switch (state) {
      case FIN_WAIT1, CLOSING, LAST_ACK -> true;
      case LISTEN, SYN_SENT, SYN_RECV, ESTABLISHED, FIN_WAIT2, CLOSE_WAIT, TIME_WAIT, CLOSED ->
          false;
    };
  }
}
