package socketscope.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.TcpState;

/** All histories that are being written, found by what events name. */
final class HistoryBuilders {

  private final List<HistoryBuilder> all = new ArrayList<>();
  private final Map<SocketId, HistoryBuilder> bySocket = new HashMap<>();
  private final Map<Pair, HistoryBuilder> byPair = new HashMap<>();

  /** Whether packets are captured, so that one that was not seen did not cross. */
  boolean capturing;

  /** The same histories, to be written on apart. */
  HistoryBuilders copy() {
    HistoryBuilders copy = new HistoryBuilders();
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
  HistoryBuilder of(SocketId socket) {
    return bySocket.computeIfAbsent(
        socket,
        id -> {
          HistoryBuilder builder = begin(id.program());
          builder.socket = id;
          builder.open = true;
          return builder;
        });
  }

  @Nullable HistoryBuilder known(SocketId socket) {
    return bySocket.get(socket);
  }

  /** That program is another process now, whose sockets are counted from 1 again. */
  void forgetSocketsOf(String program) {
    bySocket.keySet().removeIf(socket -> socket.program().equals(program));
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
  void taken(HistoryBuilder builder, SocketId socket) {
    builder.socket = socket;
    builder.program = socket.program();
    builder.open = true;
    bySocket.put(socket, builder);
  }

  /** The socket whose connect() sends a SYN that way. */
  @Nullable HistoryBuilder connecting(Pair way) {
    for (HistoryBuilder builder : all) {
      if (builder.connecting != null
          && builder.is(TcpState.CLOSED)
          && target(builder).filter(way.peer()::equals).isPresent()
          && (!builder.bound || Pair.takes(builder.local, way.local()))) {
        builder.numbers.forget();
        place(builder, way);
        return builder;
      }
    }
    return null;
  }

  private static Optional<SocketAddress> target(HistoryBuilder builder) {
    return Optional.ofNullable(builder.connecting)
        .map(call -> call.call().arguments().get(1))
        .map(target ->
            target instanceof Argument.Address(SocketAddress address) ? Pair.plain(address) : null);
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
  void acceptedUnseen(SocketId socket, SocketAddress local) {
    HistoryBuilder listener = listenerAt(local);
    if (listener != null && !socket.equals(listener.socket)) {
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

  boolean defersAccept(HistoryBuilder builder) {
    HistoryBuilder listener = builder.listener == null ? null : bySocket.get(builder.listener);
    return listener != null && listener.defersAccept;
  }
}
