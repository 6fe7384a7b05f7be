package socketscope.status;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;
import socketscope.status.Queues.QueuedBytes;

/** Folds what all sockets sent and read, to tell which bytes wait in which queue. */
final class Transfers {

  private static final Bytes NOTHING = Bytes.utf8("");

  private final Map<SocketId, SocketObserved> seen = new LinkedHashMap<>();
  private final Map<SocketId, ByteStream> streams = new HashMap<>();
  private final Map<SocketId, Long> read = new HashMap<>();
  private final Map<SocketId, DatagramQueue> datagrams = new HashMap<>();
  private final Map<Long, CallStarted> calls = new LinkedHashMap<>();

  Transfers copy() {
    Transfers copy = new Transfers();
    copy.seen.putAll(seen);
    streams.forEach((socket, stream) -> copy.streams.put(socket, stream.copy()));
    copy.read.putAll(read);
    datagrams.forEach((socket, queue) -> copy.datagrams.put(socket, queue.copy()));
    copy.calls.putAll(calls);
    return copy;
  }

  void add(Event event) {
    switch (event) {
      case SocketObserved observed -> {
        seen.remove(observed.socket());
        seen.put(observed.socket(), observed);
        if (observed.drops() > 0) {
          queue(observed.socket()).dropped(observed.drops());
        }
      }
      case CallStarted started -> calls.put(started.callId(), started);
      case CallReturned returned -> {
        CallStarted started = calls.remove(returned.callId());
        if (started != null && started.socket() != null && !returned.result().failed()) {
          if (!returned.kept()) {
            returned(started.socket(), started.call(), returned.result());
          }
        }
      }
      default -> {}
    }
  }

  private void returned(SocketId socket, Call call, Result result) {
    if (call.function().sends()) {
      sent(socket, call, call.function().countsBytes() ? result.value() : call.size());
    } else if (call.function().receives()) {
      if (!call.hasFlag("MSG_PEEK")) {
        read(socket, result);
      }
    } else if (call.function() == Function.CLOSE) {
      datagrams.remove(socket);
    }
  }

  private void sent(SocketId socket, Call call, long count) {
    // Nothing can be sent from a pointer to no memory.
    Bytes data = call.data();
    if (!carriesDatagrams(socket)) {
      streams.computeIfAbsent(socket, _ -> new ByteStream()).sent(data, count);
      return;
    }
    SocketObserved sender = seen.get(socket);
    SocketAddress target = call.address().orElse(sender == null ? null : sender.peer());
    receiver(sender, target).ifPresent(receiver -> queue(receiver).delivered(data));
  }

  private void read(SocketId socket, Result result) {
    if (carriesDatagrams(socket)) {
      queue(socket).read(result.data() == null ? NOTHING : result.data());
    } else {
      read.merge(socket, result.value(), Long::sum);
    }
  }

  private boolean carriesDatagrams(SocketId socket) {
    SocketObserved known = seen.get(socket);
    return known != null && known.type().startsWith("SOCK_DGRAM");
  }

  private DatagramQueue queue(SocketId socket) {
    return datagrams.computeIfAbsent(socket, _ -> new DatagramQueue());
  }

  /** The socket that a datagram goes to: one that is connected to the sender before any other. */
  private Optional<SocketId> receiver(
      @Nullable SocketObserved sender, @Nullable SocketAddress target) {
    SocketId found = null;
    for (SocketObserved other : seen.values()) {
      boolean bound =
          target != null
              && carriesDatagrams(other.socket())
              && other.local() != null
              && other.local().covers(target);
      boolean connected = other.peer() != null;
      boolean wanted = !connected || sender != null && comesFrom(sender, other.peer());
      if (bound && wanted && (found == null || connected)) {
        found = other.socket();
      }
    }
    return Optional.ofNullable(found);
  }

  /** A sender that is bound to any address sends from the one that the kernel picks. */
  private static boolean comesFrom(SocketObserved sender, SocketAddress peer) {
    return sender.local() == null || sender.local().covers(peer);
  }

  /** The queues with the bytes that wait in them. */
  Queues complete(SocketStatus socket) {
    Queues told = socket.queues();
    if (socket.datagram()) {
      DatagramQueue queue = datagrams.getOrDefault(socket.id(), new DatagramQueue());
      if (told.receive() < 0 || !queue.agrees(told.receive())) {
        return told;
      }
      List<QueuedBytes> waiting = queue.pieces();
      return new Queues(
          told.receive(), waiting, waiting.size(), told.drops(), told.send(), told.sent());
    }
    long already = read.getOrDefault(socket.id(), 0L);
    return new Queues(
        told.receive(),
        streamFrom(socket.peer(), socket.local(), already, told.receive()),
        told.datagrams(),
        told.drops(),
        told.send(),
        lastSent(socket.id(), socket.state(), told.send()));
  }

  /** The bytes that wait at a connection which nobody has read from. */
  List<QueuedBytes> waiting(ConnectionObserved kept) {
    return streamFrom(kept.peer(), kept.local(), 0, kept.receiveQueue());
  }

  private List<QueuedBytes> streamFrom(
      @Nullable SocketAddress sender, @Nullable SocketAddress reader, long from, long length) {
    if (sender == null || reader == null) {
      return List.of();
    }
    SocketId source = null;
    for (SocketObserved other : seen.values()) {
      if (is(other.local(), sender) && is(other.peer(), reader)) {
        source = other.socket();
      }
    }
    return source == null
        ? List.of()
        : streams
            .getOrDefault(source, new ByteStream())
            .range(from, length, entering(source).orElse(NOTHING));
  }

  private static boolean is(@Nullable SocketAddress one, SocketAddress other) {
    return one != null && one.unmapped().equals(other.unmapped());
  }

  /** What a call that has not returned is sending. */
  private Optional<Bytes> entering(SocketId socket) {
    return calls.values().stream()
        .filter(call -> socket.equals(call.socket()))
        .flatMap(call -> call.call().arguments().stream())
        .filter(Argument.Data.class::isInstance)
        .map(argument -> ((Argument.Data) argument).bytes())
        .findFirst();
  }

  /** What is not acknowledged is the end of the stream, with the FIN after it. */
  private List<QueuedBytes> lastSent(SocketId socket, @Nullable TcpState state, long waiting) {
    ByteStream stream = streams.get(socket);
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
