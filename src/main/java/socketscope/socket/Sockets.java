package socketscope.socket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.fold.PersistentMap;

/** All sockets and attempts, found by what events name: identities, ports, paths, pairs of ends. */
final class Sockets {

  /** A port of one type of socket, or a path. */
  private record Name(SocketKind.Type type, int port, @Nullable SocketAddress path) {}

  /** What the two ends of a connection are called. */
  private record Ends(
      SocketKind.Type type, @Nullable SocketAddress local, @Nullable SocketAddress peer) {}

  private PersistentMap<Integer, SocketRecord> all = PersistentMap.empty();
  private PersistentMap<SocketId, Integer> current = PersistentMap.empty();
  private PersistentMap<Integer, Boolean> former = PersistentMap.empty();
  private PersistentMap<Integer, ConnectAttempt> attempts = PersistentMap.empty();
  private PersistentMap<Name, PersistentMap<Integer, Boolean>> holding = PersistentMap.empty();
  private PersistentMap<Ends, Integer> byEnds = PersistentMap.empty();
  private PersistentMap<SocketAddress, Integer> byAddress = PersistentMap.empty();
  private PersistentMap<Integer, Integer> byPort = PersistentMap.empty();

  /** Those that the last event has closed. */
  private PersistentMap<Integer, Boolean> closed = PersistentMap.empty();

  Sockets copy() {
    Sockets copy = new Sockets();
    copy.all = all;
    copy.closed = closed;
    copy.current = current;
    copy.former = former;
    copy.attempts = attempts;
    copy.holding = holding;
    copy.byEnds = byEnds;
    copy.byAddress = byAddress;
    copy.byPort = byPort;
    return copy;
  }

  /** The socket that has that identity now. */
  @Nullable SocketRecord of(@Nullable SocketId id) {
    Integer number = id == null ? null : current.get(id);
    return number == null ? null : all.get(number);
  }

  @Nullable SocketRecord at(int number) {
    return all.get(number);
  }

  List<SocketRecord> inOrder() {
    List<SocketRecord> list = new ArrayList<>(all.size());
    for (int number = 0; number < all.size(); number++) {
      list.add(Objects.requireNonNull(all.get(number)));
    }
    return list;
  }

  /** The socket of that identity, begun where it was not known. */
  SocketRecord known(SocketId id, long nanos) {
    SocketRecord known = of(id);
    return known == null ? begin(id, nanos) : known;
  }

  private SocketRecord begin(SocketId id, long nanos) {
    SocketRecord record = new SocketRecord(all.size(), id);
    record.born = nanos;
    all = all.with(record.number, record);
    current = current.with(id, record.number);
    return record;
  }

  List<SocketRecord> former() {
    return former.keys().stream().sorted().map(all::get).filter(Objects::nonNull).toList();
  }

  List<SocketRecord> currentOf(String program) {
    return current.values().stream()
        .sorted()
        .map(all::get)
        .filter(Objects::nonNull)
        .filter(socket -> socket.program().equals(program))
        .toList();
  }

  /** Those of a program's process that no event has closed, whoever else may hold them. */
  List<SocketRecord> openOf(String program) {
    return current.values().stream()
        .sorted()
        .map(all::get)
        .filter(Objects::nonNull)
        .filter(socket -> socket.program().equals(program) && socket.open())
        .filter(socket -> socket.descriptors <= 0 || socket.maker == SocketRecord.Maker.UNSEEN)
        .toList();
  }

  /** A new process counts its sockets from 1 again. */
  void forgetIdentitiesOf(String program) {
    for (SocketId id : current.keys()) {
      if (id.program().equals(program)) {
        former = former.with(current.getOrDefault(id, MadeCall.NONE), true);
        current = current.without(id);
      }
    }
  }

  void nextEvent() {
    closed = PersistentMap.empty();
  }

  List<SocketRecord> closedNow() {
    return closed.keys().stream().sorted().map(all::get).filter(Objects::nonNull).toList();
  }

  /** Changes what is known of a socket. */
  SocketRecord change(int number, Consumer<SocketRecord> change) {
    SocketRecord before = Objects.requireNonNull(all.get(number));
    SocketRecord now = before.copy();
    change.accept(now);
    all = all.with(number, now);
    index(before, now);
    if (before.open() && !now.open()) {
      closed = closed.with(number, true);
    }
    return now;
  }

  private void index(SocketRecord before, SocketRecord now) {
    Name old = held(before);
    Name name = held(now);
    if (!Objects.equals(old, name)) {
      if (old != null) {
        holding = holding.with(old, holders(old).without(now.number));
      }
      if (name != null) {
        holding = holding.with(name, holders(name).with(now.number, true));
      }
    }
    if (now.local != null && !now.local.equals(before.local)) {
      named(now, now.local);
    }
    boolean same =
        Objects.equals(before.local, now.local)
            && Objects.equals(before.peer, now.peer)
            && before.kind.equals(now.kind);
    if (!same && now.peer != null) {
      byEnds = byEnds.with(ends(now.kind, now.local, now.peer), now.number);
    }
  }

  private void named(SocketRecord socket, SocketAddress local) {
    byAddress = byAddress.with(local.unmapped(), socket.number);
    int port = local.port();
    if (port > 0) {
      byPort = byPort.with(port, socket.number);
    }
  }

  /** The socket that had that very address last. */
  @Nullable SocketRecord namedExactly(SocketAddress address) {
    Integer number = byAddress.get(address.unmapped());
    return number == null ? null : all.get(number);
  }

  /** The socket that had that address last, or its port at another address. */
  @Nullable SocketRecord namedLast(SocketAddress address) {
    SocketRecord exactly = namedExactly(address);
    Integer number = exactly == null ? byPort.get(address.port()) : null;
    return number == null ? exactly : all.get(number);
  }

  private static @Nullable Name held(SocketRecord socket) {
    boolean holds = socket.open() && socket.binding != SocketRecord.Binding.NONE;
    return holds ? name(socket.kind, socket.local) : null;
  }

  private PersistentMap<Integer, Boolean> holders(Name name) {
    return holding.getOrDefault(name, PersistentMap.empty());
  }

  private static @Nullable Name name(SocketKind kind, @Nullable SocketAddress address) {
    return switch (address) {
      case null -> null;
      case SocketAddress.Inet4 inet -> new Name(kind.type(), inet.port(), null);
      case SocketAddress.Inet6 inet -> new Name(kind.type(), inet.port(), null);
      case SocketAddress.Unix unix -> unix.unnamed() ? null : new Name(kind.type(), 0, unix);
      case SocketAddress.Other _ -> null;
    };
  }

  private static Ends ends(
      SocketKind kind, @Nullable SocketAddress local, @Nullable SocketAddress peer) {
    boolean any = local != null && local.wildcard();
    return new Ends(
        kind.type(),
        local == null || any ? null : local.unmapped(),
        peer == null ? null : peer.unmapped());
  }

  /** The open sockets of that kind that have the port, or the path, of an address. */
  List<SocketRecord> havingPortOf(SocketKind kind, SocketAddress address) {
    Name name = name(kind, address);
    return name == null
        ? List.of()
        : holders(name).keys().stream()
            .sorted()
            .map(all::get)
            .filter(Objects::nonNull)
            .sorted(Comparator.comparingInt(SocketRecord::number))
            .toList();
  }

  /** The socket that has, or had last, those two ends; null where none is known. */
  @Nullable SocketRecord between(
      SocketKind kind, @Nullable SocketAddress local, @Nullable SocketAddress peer) {
    Integer number = byEnds.get(ends(kind, local, peer));
    return number == null ? null : all.get(number);
  }

  /** Adds an attempt; it is told its number. */
  ConnectAttempt begin(ConnectAttempt attempt) {
    attempts = attempts.with(attempt.number(), attempt);
    return attempt;
  }

  int nextAttempt() {
    return attempts.size();
  }

  @Nullable ConnectAttempt attempt(int number) {
    return attempts.get(number);
  }

  void changeAttempt(int number, UnaryOperator<ConnectAttempt> change) {
    ConnectAttempt before = attempts.get(number);
    if (before != null) {
      attempts = attempts.with(number, change.apply(before));
    }
  }

  List<ConnectAttempt> attemptsInOrder() {
    List<ConnectAttempt> list = new ArrayList<>(attempts.size());
    for (int number = 0; number < attempts.size(); number++) {
      list.add(Objects.requireNonNull(attempts.get(number)));
    }
    return list;
  }
}
