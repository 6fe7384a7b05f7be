package socketscope.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.CallStarted;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;
import socketscope.socket.SocketRecord.Binding;

/** All histories that are being written, found by what events name. */
final class HistoryBuilders {

  private final SocketModel model;
  private final List<HistoryBuilder> all = new ArrayList<>();
  private final Map<Integer, HistoryBuilder> bySocket = new HashMap<>();
  private final Map<Pair, HistoryBuilder> byPair = new HashMap<>();

  /** Whether packets are captured, so that one that was not seen did not cross. */
  boolean capturing;

  /**
   * No history yet.
   *
   * @param model of the events so far, each of which it is given before the histories
   */
  HistoryBuilders(SocketModel model) {
    this.model = model;
  }

  SocketModel model() {
    return model;
  }

  /** The same histories, to be written on apart. */
  HistoryBuilders copy() {
    HistoryBuilders copy = new HistoryBuilders(model.copy());
    all.forEach(builder -> copy.all.add(builder.copy()));
    bySocket.forEach((socket, builder) -> copy.bySocket.put(socket, copy.all.get(builder.number)));
    byPair.forEach((pair, builder) -> copy.byPair.put(pair, copy.all.get(builder.number)));
    copy.capturing = capturing;
    return copy;
  }

  List<HistoryBuilder> all() {
    return all;
  }

  HistoryBuilder begin(String program) {
    HistoryBuilder builder = new HistoryBuilder(all.size(), program);
    all.add(builder);
    return builder;
  }

  /** The history of that socket, begun where it was not known. */
  HistoryBuilder of(SocketRecord socket) {
    HistoryBuilder builder =
        bySocket.computeIfAbsent(
            socket.number(),
            number -> {
              HistoryBuilder begun = begin(socket.program());
              begun.socket = socket.id();
              begun.socketNumber = number;
              begun.open = true;
              return begun;
            });
    builder.is(socket);
    return builder;
  }

  @Nullable HistoryBuilder known(SocketRecord socket) {
    return bySocket.get(socket.number());
  }

  /** What the model knows of a history's socket; empty while no program has it. */
  Optional<SocketRecord> record(HistoryBuilder builder) {
    return model.socket(builder.socketNumber);
  }

  /** The end of a connection with these addresses. */
  @Nullable HistoryBuilder at(Pair pair) {
    return byPair.get(pair);
  }

  /** An end of a connection has these addresses. */
  void place(HistoryBuilder builder, Pair pair) {
    builder.local = pair.local();
    builder.peer = pair.peer();
    byPair.put(pair, builder);
  }

  /** A connection that waits in an accept queue has been taken by a program. */
  void taken(HistoryBuilder builder, SocketRecord socket) {
    builder.socket = socket.id();
    builder.socketNumber = socket.number();
    builder.program = socket.program();
    builder.open = true;
    builder.is(socket);
    bySocket.put(socket.number(), builder);
  }

  /** The socket whose connect(), which is under way, sends a SYN that way. */
  @Nullable HistoryBuilder connecting(Pair way) {
    for (MadeCall call : model.unreturned()) {
      HistoryBuilder builder = bySocket.get(call.socketNumber());
      if (call.is(Function.CONNECT)
          && call.underWay()
          && way.peer().equals(Pair.plainOrNull(call.target()))
          && builder != null
          && builder.is(TcpState.CLOSED)
          && (!bound(builder) || Pair.takes(builder.local, way.local()))) {
        builder.numbers.forget();
        place(builder, way);
        return builder;
      }
    }
    return null;
  }

  /** Whether bind() chose its own address; else the kernel does, anew for each connect(). */
  boolean bound(HistoryBuilder builder) {
    return record(builder).filter(socket -> socket.binding() == Binding.GIVEN).isPresent();
  }

  /** The connect() of a socket that is under way; null where none is. */
  @Nullable CallStarted connectOf(HistoryBuilder builder) {
    return record(builder).stream()
        .flatMap(socket -> model.underWay(socket).stream())
        .filter(call -> call.is(Function.CONNECT))
        .map(MadeCall::started)
        .findFirst()
        .orElse(null);
  }

  /**
   * The call under way that closes its direction of sending: its own, or the close() of the
   * listener at which it waits; null where none is.
   */
  @Nullable CallStarted closingOf(HistoryBuilder builder) {
    boolean waits = builder.socket == null;
    return (waits ? listenerOf(builder) : record(builder))
        .stream()
            .flatMap(socket -> model.underWay(socket).stream())
            .filter(call -> waits ? call.is(Function.CLOSE) : ends(call))
            .map(MadeCall::started)
            .findFirst()
            .orElse(null);
  }

  private static boolean ends(MadeCall call) {
    return call.endsSending() || call.dissolves();
  }

  private Optional<SocketRecord> listenerOf(HistoryBuilder builder) {
    return builder.listener == null ? Optional.empty() : model.socket(builder.listener);
  }

  /** Whether close() sends a RST at once: SO_LINGER with a time of 0 (socket(7)). */
  boolean resetsAtClose(HistoryBuilder builder) {
    return record(builder)
        .flatMap(socket -> socket.option("SOL_SOCKET", "SO_LINGER"))
        .filter(value -> value instanceof Argument.Structure linger && resets(linger.numbers()))
        .isPresent();
  }

  private static boolean resets(List<Long> linger) {
    return linger.size() == 2 && linger.getFirst() != 0 && linger.getLast() == 0;
  }

  /** How many bytes waited to be read when the kernel was last asked. */
  long unread(HistoryBuilder builder) {
    SocketObserved seen = record(builder).map(SocketRecord::observed).orElse(null);
    if (seen != null) {
      return Math.max(0, seen.receiveQueue());
    }
    return builder.local == null || builder.peer == null
        ? 0
        : model
            .kept(builder.local, builder.peer)
            .map(listed -> Math.max(0, listed.receiveQueue()))
            .orElse(0L);
  }

  /** A connection without descriptor that the kernel lists: a known one, or one that waits. */
  @Nullable HistoryBuilder listed(Pair pair, TcpState state) {
    HistoryBuilder known = at(pair);
    boolean another = known != null && known.is(TcpState.CLOSED) && !known.open;
    return known != null && !another || state == TcpState.TIME_WAIT ? known : bornAtListener(pair);
  }

  /** The connection that a listener's kernel makes as it answers a SYN; null without listener. */
  @Nullable HistoryBuilder bornAtListener(Pair pair) {
    HistoryBuilder listener = listenerAt(pair.local());
    if (listener == null) {
      return null;
    }
    HistoryBuilder builder = begin(listener.program);
    builder.kind = Kind.TCP;
    builder.listener = listener.socket;
    builder.bornListening();
    place(builder, pair);
    return builder;
  }

  /** A socket that nobody saw made has the address of a listener: it was accepted there. */
  void acceptedUnseen(SocketRecord socket, SocketAddress local) {
    HistoryBuilder listener = listenerAt(local);
    if (listener != null && socket.number() != listener.socketNumber) {
      HistoryBuilder builder = of(socket);
      builder.kind = Kind.TCP;
      builder.listener = listener.socket;
      builder.bornListening();
    }
  }

  /** A listener that is bound to the very address goes before one that takes any. */
  private @Nullable HistoryBuilder listenerAt(SocketAddress address) {
    HistoryBuilder found = null;
    for (HistoryBuilder builder : all) {
      if (builder.is(TcpState.LISTEN)
          && builder.listener == null
          && Pair.takes(builder.local, address)) {
        if (address.equals(builder.local)) {
          return builder;
        }
        found = found == null ? builder : found;
      }
    }
    return found;
  }

  /** The connections in the accept queue of a listener, in the order in which they came. */
  List<HistoryBuilder> waitingAt(SocketId listener) {
    return all.stream()
        .filter(builder -> builder.socket == null && listener.equals(builder.listener))
        .toList();
  }

  /** Whether a handshake's last ACK without data does not open its listener's connections. */
  boolean defersAccept(HistoryBuilder builder) {
    return listenerOf(builder)
        .flatMap(listener -> listener.option("IPPROTO_TCP", "TCP_DEFER_ACCEPT"))
        .filter(value -> value instanceof Argument.Number(long seconds) && seconds > 0)
        .isPresent();
  }
}
