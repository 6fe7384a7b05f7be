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
import socketscope.state.Naming.Standing;

/** The calls that make sockets, give them addresses and open connections. */
final class Opening {

  private final Lives lives;

  Opening(Lives lives) {
    this.lives = lives;
  }

  /** socket() or accept() brought a socket into being. */
  Life created(CallStarted start, CallReturned returned) {
    SocketId socket = Objects.requireNonNull(returned.created());
    Life life =
        start.call().function() == Function.ACCEPT && start.socket() != null
            ? accepted(lives.of(start.socket()), socket, returned)
            : lives.of(socket);
    life.descriptor = Math.toIntExact(returned.result().value());
    if (start.call().function() == Function.SOCKET) {
      life.kind = kind(start.call());
    }
    return life;
  }

  /** socketpair() makes two sockets at once, which are of AF_UNIX. */
  List<Life> paired(CallReturned returned) {
    List<Integer> descriptors = returned.result().descriptors();
    List<Life> pair = new ArrayList<>();
    for (SocketId socket : Arrays.asList(returned.created(), returned.second())) {
      if (socket != null && descriptors.size() == 2) {
        Life life = lives.of(socket);
        life.descriptor = descriptors.get(pair.size());
        life.kind = Kind.UNIX;
        pair.add(life);
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

  private Life accepted(Life listener, SocketId socket, CallReturned returned) {
    SocketAddress peer = Pair.plainOrNull(returned.result().address());
    Life known = lives.known(socket);
    Life waited = known != null ? known : waiting(listener, peer).orElse(null);
    if (waited != null) {
      lives.taken(waited, socket);
    } else if (listener.kind == Kind.TCP || listener.is(LISTEN)) {
      waited = lives.of(socket);
      waited.listener = listener.socket;
      waited.kind = Kind.TCP;
      waited.peer = peer;
      waited.bornListening();
    } else {
      waited = lives.of(socket);
      waited.listener = listener.socket;
      waited.kind = listener.kind;
      waited.peer = peer;
      waited.name(Standing.CONNECTED, returned, new Cause.Told(returned));
    }
    complete(waited, returned);
    return waited;
  }

  /** What accept() gives is a connection whose handshake is over. */
  private static void complete(Life life, CallReturned returned) {
    Cause told = new Cause.Told(returned);
    if (life.kind == Kind.TCP && life.is(LISTEN)) {
      life.pass(SYN_RECV, returned, told);
      life.pass(ESTABLISHED, returned, told);
    } else if (life.is(SYN_RECV)) {
      life.go(ESTABLISHED, returned, told);
    }
    if (life.is(ESTABLISHED)) {
      life.confirm(returned);
    }
  }

  private Optional<Life> waiting(Life listener, @Nullable SocketAddress peer) {
    return lives.all().stream()
        .filter(life -> life.socket == null && life.listener != null)
        .filter(life ->
            peer == null ? Objects.equals(life.listener, listener.socket) : peer.equals(life.peer))
        .filter(life -> listener.local == null || samePort(life.local, listener.local))
        .reduce((_, last) -> last);
  }

  private static boolean samePort(@Nullable SocketAddress one, SocketAddress other) {
    return one != null && Pair.port(one) == Pair.port(other);
  }

  void bound(Life life, CallStarted start, CallReturned returned) {
    if (!(start.call().arguments().get(1) instanceof Argument.Address(SocketAddress address))) {
      return;
    }
    if (Pair.port(address) != 0 || life.kind == Kind.UNIX) {
      life.local = Pair.plain(address);
      life.bound = true;
    }
    if (life.kind != Kind.TCP) {
      life.name(Standing.BOUND, returned, new Cause.Called(start));
    }
  }

  void listens(Life life, Event returned, Cause cause) {
    if (life.kind == Kind.UNIX) {
      life.name(Standing.LISTENING, returned, cause);
    } else if (life.is(CLOSED)) {
      life.kind = Kind.TCP;
      life.go(LISTEN, returned, cause);
    }
  }

  /** A datagram that is sent without an address of one's own gets one from the kernel. */
  void sentFrom(Life life, Event returned, Cause cause) {
    if (life.kind == Kind.UDP && life.standing() == Standing.UNBOUND) {
      life.name(Standing.BOUND, returned, cause);
    }
  }

  void blocked(Life life, CallStarted start, CallBlocked blocked) {
    if (start.call().function() == Function.CONNECT && life.kind == Kind.TCP && life.is(CLOSED)) {
      life.go(SYN_SENT, blocked, new Cause.Called(start));
    }
  }

  void connected(Life life, CallStarted start, CallReturned returned) {
    life.connecting = null;
    if (life.kind != Kind.TCP) {
      peerNamed(life, start, returned);
      return;
    }
    if (life.is(CLOSED)) {
      life.pass(SYN_SENT, returned, new Cause.Called(start));
    }
    if (life.is(SYN_SENT, SYN_RECV)) {
      life.go(ESTABLISHED, returned, new Cause.Told(returned));
    }
    if (life.is(ESTABLISHED)) {
      life.confirm(returned);
    }
  }

  private static void peerNamed(Life life, CallStarted start, CallReturned returned) {
    if (!(start.call().arguments().get(1) instanceof Argument.Address(SocketAddress target))) {
      return;
    }
    boolean unnamed = target instanceof SocketAddress.Other && life.kind == Kind.UDP;
    life.peer = unnamed ? null : Pair.plain(target);
    Standing standing = unnamed ? Standing.BOUND : Standing.CONNECTED;
    life.name(standing, returned, new Cause.Called(start));
  }

  /** connect() failed: for good, or only to wait for the end of the handshake. */
  void failed(Life life, CallStarted start, CallReturned returned, String errno) {
    boolean goesOn = errno.equals("EINPROGRESS") || errno.equals("EINTR");
    boolean answered = errno.equals("ECONNREFUSED") || errno.equals("ETIMEDOUT");
    if (life.kind == Kind.TCP && life.is(CLOSED) && life.connecting != null && !life.followed) {
      if (goesOn) {
        life.go(SYN_SENT, returned, new Cause.Called(start));
      } else if (answered) {
        life.pass(SYN_SENT, returned, new Cause.Called(start));
      }
    }
    if (life.is(SYN_SENT) && !goesOn && !errno.equals("EALREADY")) {
      life.abort(
          returned,
          errno.equals("ETIMEDOUT")
              ? new Cause.Expired(Cause.Timer.RETRANSMISSION)
              : new Cause.Told(returned));
    }
    if (life.is(CLOSED) && answered) {
      life.confirm(returned);
    }
    life.connecting = null;
  }
}
