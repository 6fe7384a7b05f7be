package socketscope.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import socketscope.event.ConnectionObserved;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.event.TcpState;
import socketscope.socket.AddressHolder;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;
import socketscope.socket.SocketRecord.Phase;

/** Who has the address that a call could not have, or could not reach. */
final class AddressTaken {

  private final SocketModel model;
  private final MadeCall call;
  private final SocketRecord socket;

  AddressTaken(SocketModel model, MadeCall call, SocketRecord socket) {
    this.model = model;
    this.call = call;
    this.socket = socket;
  }

  /** Why the call cannot have the address: EADDRINUSE, and EADDRNOTAVAIL of connect(). */
  Optional<Circumstance> why() {
    SocketAddress wanted = call.is(Function.BIND) ? call.target() : socket.local();
    if (call.is(Function.CONNECT)) {
      return connection(wanted);
    }
    if (call.failedWith("EADDRNOTAVAIL") || !call.is(Function.BIND) && !call.is(Function.LISTEN)) {
      return Optional.empty();
    }
    if (wanted == null || !wanted.named()) {
      return known(Situation.NO_FREE_PORT);
    }
    return wanted instanceof SocketAddress.Unix ? name(wanted) : port(wanted);
  }

  private static Optional<Circumstance> known(Situation situation, Object... details) {
    return Optional.of(Circumstance.of(situation, details));
  }

  /** A connection is told from others by its four numbers (RFC 9293, 3.3.1). */
  private Optional<Circumstance> connection(@Nullable SocketAddress local) {
    SocketAddress target = call.target();
    boolean given =
        switch (socket.binding()) {
          case GIVEN, PORT_CHOSEN -> true;
          case NONE, AUTOMATIC, ACCEPTED, UNSEEN -> false;
        };
    return given && local != null && target != null
        ? known(Situation.SAME_CONNECTION, local, target)
        : known(Situation.NO_FREE_PORT);
  }

  private Optional<Circumstance> name(SocketAddress wanted) {
    return open(wanted)
        .map(holder ->
            Circumstance.of(Situation.HELD_NAME, holder.program(), holder.descriptor(), wanted))
        .or(() -> left(wanted));
  }

  /** A path that a closed socket has left as a file. */
  private Optional<Circumstance> left(SocketAddress path) {
    return model
        .lastAt(path)
        .filter(other -> !other.open())
        .map(other -> Circumstance.of(Situation.PATH_LEFT, other.program(), path));
  }

  private List<AddressHolder> holders(SocketAddress address) {
    return model.holders(socket.kind(), address).stream()
        .filter(holder -> holder.socket() == null || holder.socket().number() != socket.number())
        .toList();
  }

  /** The open socket that has the address; a listener before others. */
  private Optional<SocketRecord> open(SocketAddress address) {
    List<SocketRecord> open =
        holders(address).stream()
            .filter(holder -> holder.kept() == null)
            .map(AddressHolder::socket)
            .filter(Objects::nonNull)
            .toList();
    return open.stream()
        .filter(holder -> holder.phase() == Phase.LISTENING)
        .findFirst()
        .or(() -> open.stream().findFirst());
  }

  private Optional<Circumstance> port(SocketAddress wanted) {
    return open(wanted)
        .map(AddressTaken::held)
        .or(() ->
            holders(wanted).stream()
                .map(AddressHolder::kept)
                .filter(Objects::nonNull)
                .findFirst()
                .map(this::kept))
        .or(() -> known(Situation.HELD_OUTSIDE, wanted));
  }

  private static Circumstance held(SocketRecord holder) {
    Situation situation =
        switch (holder.phase()) {
          case LISTENING -> Situation.HELD_BY_LISTENER;
          case CONNECTED, CONNECTING, BROKEN ->
              holder.kind().datagram() ? Situation.HELD_BY_BOUND : Situation.HELD_BY_CONNECTION;
          case UNBOUND, BOUND, CLOSED -> Situation.HELD_BY_BOUND;
        };
    return Circumstance.of(
        situation, holder.program(), holder.descriptor(), String.valueOf(holder.local()));
  }

  private Circumstance kept(ConnectionObserved kept) {
    if (kept.state() != TcpState.TIME_WAIT) {
      return Circumstance.of(
          Situation.HELD_BY_KERNEL, kept.local(), kept.peer(), kept.state().name());
    }
    long since = TimeUnit.NANOSECONDS.toMillis(call.until() - kept.stamp().nanos());
    long left = Math.max(1, (kept.timerMillis() - since + 999) / 1000);
    return Circumstance.of(Situation.HELD_BY_TIME_WAIT, kept.local(), kept.peer(), left);
  }

  /** Who is at the address that refused, though nobody listens there. */
  Optional<Circumstance> silent() {
    SocketAddress target = call.target();
    if (target == null || !socket.kind().connects()) {
      return Optional.empty();
    }
    return open(target)
        .filter(other -> other.phase() == Phase.BOUND)
        .map(other ->
            Circumstance.of(
                Situation.TARGET_NOT_LISTENING, other.program(), other.descriptor(), target))
        .or(() -> target instanceof SocketAddress.Unix ? left(target) : Optional.empty());
  }
}
