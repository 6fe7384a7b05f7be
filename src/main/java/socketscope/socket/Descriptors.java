package socketscope.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.fold.PersistentMap;
import socketscope.socket.SocketRecord.Binding;
import socketscope.socket.SocketRecord.Maker;
import socketscope.socket.SocketRecord.Phase;

/** The tables of all processes: sockets come into being and go with their descriptors. */
final class Descriptors {

  /** The bit for it, among the flags of a type, of accept4() and of fcntl(): they are one. */
  static final Predicate<Constant> NON_BLOCKING =
      flags -> flags.has("SOCK_NONBLOCK") || flags.has("O_NONBLOCK");

  private PersistentMap<String, DescriptorTable> tables = PersistentMap.empty();

  /** A number that a process was sent; what it stands for is not known yet. */
  private record Arrival(String program, int descriptor) {}

  private PersistentMap<Arrival, MadeCall> arrived = PersistentMap.empty();

  /** Whether there ever was a process that has descriptors of sockets that another one made. */
  private boolean inherited;

  private final Sockets sockets;
  private final Attempts attempts;

  Descriptors(Sockets sockets, Attempts attempts) {
    this.sockets = sockets;
    this.attempts = attempts;
  }

  /** The same tables, of other sockets. */
  Descriptors of(Sockets others, Attempts otherAttempts) {
    Descriptors copy = new Descriptors(others, otherAttempts);
    copy.tables = tables;
    copy.inherited = inherited;
    copy.arrived = arrived;
    return copy;
  }

  DescriptorTable of(String program) {
    return tables.getOrDefault(program, DescriptorTable.EMPTY);
  }

  private void set(String program, DescriptorTable table) {
    tables = tables.with(program, table);
  }

  private void forget(String program) {
    tables = tables.without(program);
  }

  /** A call has made sockets, or further descriptors of one. */
  void created(MadeCall call, CallReturned returned) {
    Result result = returned.result();
    if (result.failed()) {
      return;
    }
    switch (call.function().creates()) {
      case NOTHING, DESCRIPTOR, DESCRIPTOR_PAIR, PROCESS -> {}
      // What a descriptor stands for that another program has sent, the kernel tells later.
      case PASSED ->
          result
              .descriptors()
              .forEach(number -> arrived = arrived.with(new Arrival(call.program(), number), call));
      case SOCKET -> made(call, returned.created(), (int) result.value(), Maker.SOCKET);
      case SOCKET_PAIR -> pair(call, returned);
      case ACCEPTED -> accepted(call, returned);
      case DUPLICATE -> {
        if (call.call().duplicates() && call.socketNumber() != MadeCall.NONE) {
          open(call, (int) result.value(), call.socketNumber());
        }
      }
    }
  }

  private int made(MadeCall call, @Nullable SocketId created, int descriptor, Maker maker) {
    if (created == null) {
      return MadeCall.NONE;
    }
    int number = sockets.known(created, call.until()).number;
    sockets.change(
        number,
        record -> {
          record.kind = SocketKind.of(call.call());
          record.maker = maker;
          record.descriptor = descriptor;
          record.nonBlocking = call.call().constant("type").filter(NON_BLOCKING).isPresent();
        });
    open(call, descriptor, number);
    return number;
  }

  /** Both ends are connected from the start. */
  private void pair(MadeCall call, CallReturned returned) {
    List<Integer> pair = returned.result().descriptors();
    if (pair.size() == 2) {
      int first = made(call, returned.created(), pair.getFirst(), Maker.SOCKETPAIR);
      int second = made(call, returned.second(), pair.getLast(), Maker.SOCKETPAIR);
      joined(first, second);
      joined(second, first);
    }
  }

  private void joined(int number, int partner) {
    if (number != MadeCall.NONE && partner != MadeCall.NONE) {
      sockets.change(
          number,
          record -> {
            record.partner = partner;
            record.phase = Phase.CONNECTED;
          });
    }
  }

  private void accepted(MadeCall call, CallReturned returned) {
    SocketRecord listener = sockets.at(call.socketNumber());
    SocketId created = returned.created();
    if (created == null) {
      return;
    }
    int number = sockets.known(created, call.until()).number;
    sockets.change(
        number,
        record -> {
          record.kind = listener == null ? record.kind : listener.kind;
          record.maker = Maker.ACCEPT;
          record.binding = Binding.ACCEPTED;
          record.nonBlocking = call.call().constant("flags").filter(NON_BLOCKING).isPresent();
          record.listener = listener == null ? MadeCall.NONE : listener.number;
          record.descriptor = (int) returned.result().value();
          record.phase = record.phase == Phase.UNBOUND ? Phase.CONNECTED : record.phase;
          record.peer = record.peer == null ? returned.result().address() : record.peer;
          if (record.local == null && listener != null && specific(listener.local)) {
            record.local = listener.local;
          }
        });
    open(call, (int) returned.result().value(), number);
  }

  private static boolean specific(@Nullable SocketAddress address) {
    return address != null && !address.wildcard();
  }

  /** A number stands for a socket now, and no longer for what it stood for before. */
  private void open(MadeCall call, int descriptor, int number) {
    DescriptorTable table = of(call.program());
    table
        .at(descriptor)
        .filter(before -> before.socketNumber() != number)
        .ifPresent(before -> gone(before.socketNumber(), Objects.requireNonNull(call.returned())));
    boolean anew = table.at(descriptor).filter(before -> before.socketNumber() == number).isEmpty();
    set(call.program(), table.with(new DescriptorTable.Entry(descriptor, number, call)));
    if (anew) {
      sockets.change(number, record -> record.descriptors++);
    }
  }

  /** One descriptor of a socket is gone; with the last one, the socket. */
  private void gone(int number, Event event) {
    SocketRecord now =
        sockets.change(number, record -> record.descriptors = Math.max(0, record.descriptors - 1));
    if (now.descriptors == 0) {
      close(now, event);
    }
  }

  private void close(SocketRecord socket, Event event) {
    attempts.abandon(socket, event);
    sockets.change(
        socket.number,
        record -> {
          record.descriptors = 0;
          record.closed = record.closed == null ? event : record.closed;
          record.phase = Phase.CLOSED;
        });
  }

  /**
   * No descriptor of a socket is on its way any more; one that has arrived will be recognized, and
   * brings it back.
   */
  void lost(int number, Event event) {
    SocketRecord socket = Objects.requireNonNull(sockets.at(number));
    boolean received =
        event instanceof CallReturned returned && !returned.result().descriptors().isEmpty();
    if (socket.open() && socket.descriptors == 0 && !received) {
      close(socket, event);
    }
  }

  /** A number that a process was sent stands for that socket, as the kernel has told now. */
  void recognized(String program, int descriptor, int number) {
    Arrival arrival = new Arrival(program, descriptor);
    MadeCall call = arrived.get(arrival);
    if (call != null) {
      arrived = arrived.without(arrival);
      inherited = true;
      open(call, descriptor, number);
      sockets.change(
          number,
          record -> {
            record.phase = record.open() ? record.phase : Phase.UNBOUND;
            record.closed = null;
          });
    }
  }

  /** The number may have been given out again before the return of close() was seen. */
  void freed(MadeCall call) {
    int descriptor = call.call().descriptor().orElse(-1);
    arrived = arrived.without(new Arrival(call.program(), descriptor));
    DescriptorTable table = of(call.program());
    boolean again =
        table.at(descriptor).filter(now -> now.socketNumber() != call.socketNumber()).isPresent();
    if (!again) {
      set(call.program(), table.closed(descriptor, call));
    }
  }

  /**
   * close() has returned.
   *
   * @param onItsWay whether a descriptor of the socket was sent, so that it may live without one
   */
  void closed(MadeCall call, CallReturned returned, SocketRecord socket, boolean onItsWay) {
    freed(call);
    if (returned.kept()) {
      int least = onItsWay ? 0 : 1;
      sockets.change(
          socket.number, record -> record.descriptors = Math.max(least, record.descriptors - 1));
    } else {
      gone(socket.number, returned);
    }
  }

  /**
   * The programs that have a descriptor of a socket; first the one that made or accepted it, if it
   * has one.
   */
  List<String> holders(SocketRecord socket) {
    List<String> holders = new ArrayList<>();
    if (holds(socket.program(), socket)) {
      holders.add(socket.program());
    }
    tables.keys().stream()
        .filter(program -> inherited && !program.equals(socket.program()))
        .filter(program -> holds(program, socket))
        .sorted()
        .forEach(holders::add);
    return holders;
  }

  private boolean holds(String program, SocketRecord socket) {
    return !of(program).of(socket).isEmpty();
  }

  /** A process is born with a copy of its parent's table. */
  void forked(String child, String parent) {
    DescriptorTable table = of(parent);
    inherited = true;
    set(child, table);
    for (DescriptorTable.Entry entry : table.open()) {
      sockets.change(entry.socketNumber(), record -> record.descriptors++);
    }
  }

  /** The kernel closes what a process leaves. */
  void ended(String program, Event event) {
    for (DescriptorTable.Entry entry : of(program).open()) {
      gone(entry.socketNumber(), event);
    }
    forget(program);
    for (SocketRecord socket : sockets.openOf(program)) {
      close(socket, event);
    }
  }
}
