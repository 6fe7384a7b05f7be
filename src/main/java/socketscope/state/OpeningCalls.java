package socketscope.state;

import static socketscope.event.TcpState.CLOSED;
import static socketscope.event.TcpState.ESTABLISHED;
import static socketscope.event.TcpState.LISTEN;
import static socketscope.event.TcpState.SYN_RECV;
import static socketscope.event.TcpState.SYN_SENT;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallBlocked;
import socketscope.event.CallReturned;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.socket.ConnectAttempt;
import socketscope.socket.ConnectAttempt.Outcome;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;
import socketscope.state.AddressChange.Standing;

/** The calls that make sockets, give them addresses and open connections. */
final class OpeningCalls {

  private final HistoryBuilders builders;

  OpeningCalls(HistoryBuilders builders) {
    this.builders = builders;
  }

  /** A call brought a socket into being. */
  HistoryBuilder created(SocketRecord socket, MadeCall call, CallReturned returned) {
    SocketRecord listener = builders.model().socket(socket.listener()).orElse(null);
    return call.function().creates() == Function.Creates.ACCEPTED && listener != null
        ? accepted(builders.of(listener), socket, returned)
        : builders.of(socket);
  }

  private HistoryBuilder accepted(
      HistoryBuilder listener, SocketRecord socket, CallReturned returned) {
    SocketAddress peer = Pair.plainOrNull(returned.result().address());
    HistoryBuilder known = builders.known(socket);
    HistoryBuilder waited = known != null ? known : waiting(listener, peer).orElse(null);
    if (waited != null) {
      builders.taken(waited, socket);
    } else if (listener.kind == Kind.TCP || listener.is(LISTEN)) {
      waited = builders.of(socket);
      waited.listener = listener.socket;
      waited.kind = Kind.TCP;
      waited.peer = peer;
      waited.bornListening();
    } else {
      waited = builders.of(socket);
      waited.listener = listener.socket;
      waited.kind = listener.kind;
      waited.local = Pair.plainOrNull(socket.local());
      waited.peer = peer;
      waited.name(Standing.CONNECTED, returned, new ChangeCause.Told(returned));
    }
    complete(waited, returned);
    return waited;
  }

  /** What accept() gives is a connection whose handshake is over. */
  private static void complete(HistoryBuilder builder, CallReturned returned) {
    ChangeCause told = new ChangeCause.Told(returned);
    if (builder.kind == Kind.TCP && builder.is(LISTEN)) {
      builder.pass(SYN_RECV, returned, told);
      builder.pass(ESTABLISHED, returned, told);
    } else if (builder.is(SYN_RECV)) {
      builder.go(ESTABLISHED, returned, told);
    }
    if (builder.is(ESTABLISHED)) {
      builder.confirm(returned);
    }
  }

  private Optional<HistoryBuilder> waiting(HistoryBuilder listener, @Nullable SocketAddress peer) {
    return builders.all().stream()
        .filter(builder -> builder.socket == null && builder.listener != null)
        .filter(builder ->
            peer == null
                ? Objects.equals(builder.listener, listener.socket)
                : peer.equals(builder.peer))
        .filter(builder -> listener.local == null || samePort(builder.local, listener.local))
        .reduce((_, last) -> last);
  }

  private static boolean samePort(@Nullable SocketAddress one, SocketAddress other) {
    return one != null && one.port() == other.port();
  }

  void bound(HistoryBuilder builder, MadeCall call, CallReturned returned) {
    SocketAddress address = call.target();
    if (address == null) {
      return;
    }
    if (address.port() != 0 || builder.kind == Kind.UNIX) {
      builder.local = address.unmapped();
    }
    if (builder.kind != Kind.TCP) {
      builder.name(Standing.BOUND, returned, called(call));
    }
  }

  @SuppressWarnings("NullAway") // a call that does something has started
  private static ChangeCause called(MadeCall call) {
    return new ChangeCause.Called(call.started());
  }

  void listens(HistoryBuilder builder, MadeCall call, CallReturned returned) {
    boolean other =
        builders
            .record(builder)
            .filter(socket -> socket.kind().connects() && !socket.kind().tcp())
            .isPresent();
    if (builder.kind == Kind.UNIX || other) {
      builder.name(Standing.LISTENING, returned, called(call));
    } else if (builder.is(CLOSED)) {
      builder.kind = Kind.TCP;
      builder.go(LISTEN, returned, called(call));
    }
  }

  /** A datagram that is sent without an address of one's own gets one from the kernel. */
  void sentFrom(HistoryBuilder builder, MadeCall call, CallReturned returned) {
    if (builder.kind == Kind.UDP && builder.standing() == Standing.UNBOUND) {
      builder.name(Standing.BOUND, returned, called(call));
    }
  }

  void blocked(HistoryBuilder builder, MadeCall call, CallBlocked blocked) {
    if (call.is(Function.CONNECT) && builder.kind == Kind.TCP && builder.is(CLOSED)) {
      builder.go(SYN_SENT, blocked, called(call));
    }
  }

  void connected(HistoryBuilder builder, MadeCall call, CallReturned returned) {
    if (builder.kind != Kind.TCP) {
      peerNamed(builder, call, returned);
      return;
    }
    SocketAddress target = call.target();
    if (target != null && target.unspecified()) {
      dissolved(builder, call, returned);
      return;
    }
    if (builder.is(CLOSED)) {
      builder.pass(SYN_SENT, returned, called(call));
    }
    if (builder.is(SYN_SENT, SYN_RECV)) {
      builder.go(ESTABLISHED, returned, new ChangeCause.Told(returned));
    }
    if (builder.is(ESTABLISHED)) {
      builder.confirm(returned);
    }
  }

  /** connect() to AF_UNSPEC leaves neither listener nor connection (tcp_disconnect()). */
  private void dissolved(HistoryBuilder builder, MadeCall call, CallReturned returned) {
    builder.peer = null;
    builder.local = builders.bound(builder) ? builder.local : null;
    if (builder.is(LISTEN)) {
      builder.go(CLOSED, returned, called(call));
    } else if (!builder.is(CLOSED)) {
      builder.abort(returned, called(call));
    }
  }

  private static void peerNamed(HistoryBuilder builder, MadeCall call, CallReturned returned) {
    SocketAddress target = call.target();
    if (target != null) {
      boolean unnamed = target.unspecified();
      builder.peer = unnamed ? null : target.unmapped();
      Standing standing = unnamed ? Standing.BOUND : Standing.CONNECTED;
      builder.name(standing, returned, called(call));
    }
  }

  /** connect() failed: for good, or only to wait for the end of the handshake. */
  void failed(HistoryBuilder builder, MadeCall call, CallReturned returned) {
    ConnectAttempt attempt = builders.model().attempt(call.attempt()).orElse(null);
    if (builder.kind != Kind.TCP || attempt == null || attempt.outcome() == Outcome.REJECTED) {
      return;
    }
    boolean answered =
        attempt.outcome() == Outcome.REFUSED || attempt.outcome() == Outcome.TIMED_OUT;
    boolean begins = attempt.begun().id() == call.id();
    if (builder.is(CLOSED) && begins && !builder.followed) {
      if (attempt.outcome().pending()) {
        builder.go(SYN_SENT, returned, called(call));
      } else if (answered) {
        builder.pass(SYN_SENT, returned, called(call));
      }
    }
    if (builder.is(SYN_SENT) && attempt.outcome().failed()) {
      builder.abort(
          returned,
          attempt.outcome() == Outcome.TIMED_OUT
              ? new ChangeCause.Expired(ChangeCause.Timer.RETRANSMISSION)
              : new ChangeCause.Told(returned));
    }
    if (builder.is(CLOSED) && answered) {
      builder.confirm(returned);
    }
  }
}
