package socketscope.state;

import static socketscope.event.TcpState.CLOSED;
import static socketscope.event.TcpState.ESTABLISHED;
import static socketscope.event.TcpState.LISTEN;
import static socketscope.event.TcpState.SYN_RECV;
import static socketscope.event.TcpState.SYN_SENT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.state.AddressChange.Standing;

/** The calls that make sockets, give them addresses and open connections. */
final class OpeningCalls {

  private final HistoryBuilders builders;

  OpeningCalls(HistoryBuilders builders) {
    this.builders = builders;
  }

  /** socket() or accept() brought a socket into being. */
  HistoryBuilder created(CallStarted start, CallReturned returned) {
    SocketId socket = Objects.requireNonNull(returned.created());
    HistoryBuilder builder =
        start.call().function() == Function.ACCEPT && start.socket() != null
            ? accepted(builders.of(start.socket()), socket, returned)
            : builders.of(socket);
    builder.descriptor = Math.toIntExact(returned.result().value());
    if (start.call().function() == Function.SOCKET) {
      builder.kind = kind(start.call());
    }
    return builder;
  }

  /** socketpair() makes two sockets at once, which are of AF_UNIX. */
  List<HistoryBuilder> paired(CallReturned returned) {
    List<Integer> descriptors = returned.result().descriptors();
    List<HistoryBuilder> pair = new ArrayList<>();
    for (SocketId socket : Arrays.asList(returned.created(), returned.second())) {
      if (socket != null && descriptors.size() == 2) {
        HistoryBuilder builder = builders.of(socket);
        builder.descriptor = descriptors.get(pair.size());
        builder.kind = Kind.UNIX;
        pair.add(builder);
      }
    }
    return pair;
  }

  private static Kind kind(Call call) {
    if (call.is("domain", "AF_UNIX")) {
      return Kind.UNIX;
    }
    boolean internet = call.is("domain", "AF_INET") || call.is("domain", "AF_INET6");
    if (internet && call.is("type", "SOCK_STREAM")) {
      return Kind.TCP;
    }
    return internet && call.is("type", "SOCK_DGRAM") ? Kind.UDP : Kind.OTHER;
  }

  private HistoryBuilder accepted(HistoryBuilder listener, SocketId socket, CallReturned returned) {
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
    return one != null && Pair.port(one) == Pair.port(other);
  }

  void bound(HistoryBuilder builder, CallStarted start, CallReturned returned) {
    if (!(start.call().arguments().get(1) instanceof Argument.Address(SocketAddress address))) {
      return;
    }
    if (Pair.port(address) != 0 || builder.kind == Kind.UNIX) {
      builder.local = Pair.plain(address);
      builder.bound = true;
    }
    if (builder.kind != Kind.TCP) {
      builder.name(Standing.BOUND, returned, new ChangeCause.Called(start));
    }
  }

  void listens(HistoryBuilder builder, Event returned, ChangeCause cause) {
    if (builder.kind == Kind.UNIX) {
      builder.name(Standing.LISTENING, returned, cause);
    } else if (builder.is(CLOSED)) {
      builder.kind = Kind.TCP;
      builder.go(LISTEN, returned, cause);
    }
  }

  /** A datagram that is sent without an address of one's own gets one from the kernel. */
  void sentFrom(HistoryBuilder builder, Event returned, ChangeCause cause) {
    if (builder.kind == Kind.UDP && builder.standing() == Standing.UNBOUND) {
      builder.name(Standing.BOUND, returned, cause);
    }
  }

  void blocked(HistoryBuilder builder, CallStarted start, CallBlocked blocked) {
    if (start.call().function() == Function.CONNECT
        && builder.kind == Kind.TCP
        && builder.is(CLOSED)) {
      builder.go(SYN_SENT, blocked, new ChangeCause.Called(start));
    }
  }

  void connected(HistoryBuilder builder, CallStarted start, CallReturned returned) {
    builder.connecting = null;
    if (builder.kind != Kind.TCP) {
      peerNamed(builder, start, returned);
      return;
    }
    if (builder.is(CLOSED)) {
      builder.pass(SYN_SENT, returned, new ChangeCause.Called(start));
    }
    if (builder.is(SYN_SENT, SYN_RECV)) {
      builder.go(ESTABLISHED, returned, new ChangeCause.Told(returned));
    }
    if (builder.is(ESTABLISHED)) {
      builder.confirm(returned);
    }
  }

  private static void peerNamed(HistoryBuilder builder, CallStarted start, CallReturned returned) {
    if (!(start.call().arguments().get(1) instanceof Argument.Address(SocketAddress target))) {
      return;
    }
    boolean unnamed = target instanceof SocketAddress.Other && builder.kind == Kind.UDP;
    builder.peer = unnamed ? null : Pair.plain(target);
    Standing standing = unnamed ? Standing.BOUND : Standing.CONNECTED;
    builder.name(standing, returned, new ChangeCause.Called(start));
  }

  /** connect() failed: for good, or only to wait for the end of the handshake. */
  void failed(HistoryBuilder builder, CallStarted start, CallReturned returned, String errno) {
    boolean goesOn = errno.equals("EINPROGRESS") || errno.equals("EINTR");
    boolean answered = errno.equals("ECONNREFUSED") || errno.equals("ETIMEDOUT");
    if (builder.kind == Kind.TCP
        && builder.is(CLOSED)
        && builder.connecting != null
        && !builder.followed) {
      if (goesOn) {
        builder.go(SYN_SENT, returned, new ChangeCause.Called(start));
      } else if (answered) {
        builder.pass(SYN_SENT, returned, new ChangeCause.Called(start));
      }
    }
    if (builder.is(SYN_SENT) && !goesOn && !errno.equals("EALREADY")) {
      builder.abort(
          returned,
          errno.equals("ETIMEDOUT")
              ? new ChangeCause.Expired(ChangeCause.Timer.RETRANSMISSION)
              : new ChangeCause.Told(returned));
    }
    if (builder.is(CLOSED) && answered) {
      builder.confirm(returned);
    }
    builder.connecting = null;
  }
}
