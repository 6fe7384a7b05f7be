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
final class Lives {

  private final List<Life> all = new ArrayList<>();
  private final Map<SocketId, Life> bySocket = new HashMap<>();
  private final Map<Pair, Life> byPair = new HashMap<>();

  /** Whether packets are captured, so that one that was not seen did not cross. */
  boolean capturing;

  /** The same histories, to be written on apart. */
  Lives copy() {
    Lives copy = new Lives();
    all.forEach(life -> copy.all.add(life.copy()));
    bySocket.forEach((socket, life) -> copy.bySocket.put(socket, copy.all.get(life.number)));
    byPair.forEach((pair, life) -> copy.byPair.put(pair, copy.all.get(life.number)));
    copy.capturing = capturing;
    return copy;
  }

  List<Life> all() {
    return all;
  }

  Life begin(String program) {
    Life life = new Life(all.size(), program);
    all.add(life);
    return life;
  }

  /** The history of that socket, begun where it was not known. */
  Life of(SocketId socket) {
    return bySocket.computeIfAbsent(
        socket,
        id -> {
          Life life = begin(id.program());
          life.socket = id;
          life.open = true;
          return life;
        });
  }

  @Nullable Life known(SocketId socket) {
    return bySocket.get(socket);
  }

  /** That program is another process now, whose sockets are counted from 1 again. */
  void forgetSocketsOf(String program) {
    bySocket.keySet().removeIf(socket -> socket.program().equals(program));
  }

  /** The end of a connection with these addresses. */
  @Nullable Life at(Pair pair) {
    return byPair.get(pair);
  }

  /** An end of a connection has these addresses. */
  void place(Life life, Pair pair) {
    life.local = pair.local();
    life.peer = pair.peer();
    byPair.put(pair, life);
  }

  /** A connection that waits in an accept queue has been taken by a program. */
  void taken(Life life, SocketId socket) {
    life.socket = socket;
    life.program = socket.program();
    life.open = true;
    bySocket.put(socket, life);
  }

  /** The socket whose connect() sends a SYN that way. */
  @Nullable Life connecting(Pair way) {
    for (Life life : all) {
      if (life.connecting != null
          && life.is(TcpState.CLOSED)
          && target(life).filter(way.peer()::equals).isPresent()
          && (!life.bound || Pair.takes(life.local, way.local()))) {
        life.numbers.forget();
        place(life, way);
        return life;
      }
    }
    return null;
  }

  private static Optional<SocketAddress> target(Life life) {
    return Optional.ofNullable(life.connecting)
        .map(call -> call.call().arguments().get(1))
        .map(target ->
            target instanceof Argument.Address(SocketAddress address) ? Pair.plain(address) : null);
  }

  /** A connection without descriptor that the kernel lists: a known one, or one that waits. */
  @Nullable Life listed(Pair pair, TcpState state) {
    Life known = at(pair);
    boolean another = known != null && known.is(TcpState.CLOSED) && !known.open;
    return known != null && !another || state == TcpState.TIME_WAIT ? known : bornAtListener(pair);
  }

  /** The connection that a listener's kernel makes as it answers a SYN; null without listener. */
  @Nullable Life bornAtListener(Pair pair) {
    Life listener = listenerAt(pair.local());
    if (listener == null) {
      return null;
    }
    Life life = begin(listener.program);
    life.kind = Kind.TCP;
    life.listener = listener.socket;
    life.bornListening();
    place(life, pair);
    return life;
  }

  /** A socket that nobody saw made has the address of a listener: it was accepted there. */
  void acceptedUnseen(SocketId socket, SocketAddress local) {
    Life listener = listenerAt(local);
    if (listener != null && !socket.equals(listener.socket)) {
      Life life = of(socket);
      life.kind = Kind.TCP;
      life.listener = listener.socket;
      life.bornListening();
    }
  }

  /** A listener that is bound to the very address goes before one that takes any. */
  private @Nullable Life listenerAt(SocketAddress address) {
    Life found = null;
    for (Life life : all) {
      if (life.is(TcpState.LISTEN) && life.listener == null && Pair.takes(life.local, address)) {
        if (address.equals(life.local)) {
          return life;
        }
        found = found == null ? life : found;
      }
    }
    return found;
  }

  /** The connections in the accept queue of a listener, in the order in which they came. */
  List<Life> waitingAt(SocketId listener) {
    return all.stream()
        .filter(life -> life.socket == null && listener.equals(life.listener))
        .toList();
  }

  boolean defersAccept(Life life) {
    Life listener = life.listener == null ? null : bySocket.get(life.listener);
    return listener != null && listener.defersAccept;
  }
}
