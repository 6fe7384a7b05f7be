package socketscope.state;

import static socketscope.event.TcpState.CLOSED;
import static socketscope.event.TcpState.CLOSING;
import static socketscope.event.TcpState.FIN_WAIT1;
import static socketscope.event.TcpState.FIN_WAIT2;
import static socketscope.event.TcpState.LAST_ACK;
import static socketscope.event.TcpState.LISTEN;
import static socketscope.event.TcpState.TIME_WAIT;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.event.TcpState;
import socketscope.state.Naming.Standing;

/** What the kernel says of sockets confirms what was derived, or puts it right. */
final class KernelWord {

  /**
   * How old an answer may be, in nanoseconds: its stamp says when it was given, and what it tells
   * was so at some moment of the asking.
   */
  private static final long ASKING = 3_000_000;

  /** How far apart two listings may be, and a timer's end be off, in nanoseconds. */
  private static final long LISTING = 2_000_000_000;

  private final Lives lives;

  KernelWord(Lives lives) {
    this.lives = lives;
  }

  /** Gives the life that may have changed. */
  Life observed(SocketObserved seen) {
    Life life = subject(seen);
    life.descriptor = seen.descriptor();
    life.unread = Math.max(0, seen.receiveQueue());
    SocketAddress local = Pair.plainOrNull(seen.local());
    SocketAddress peer = Pair.plainOrNull(seen.peer());
    boolean moved = !Objects.equals(local, life.local) || !Objects.equals(peer, life.peer);
    if (seen.state() != null) {
      life.kind = Kind.TCP;
      address(life, seen.state(), local, peer);
      if (life.open) {
        says(life, seen.state(), seen);
      }
    } else {
      life.kind = life.kind == Kind.OTHER ? kind(seen) : life.kind;
      life.local = local;
      life.peer = peer;
      named(life, moved, seen);
    }
    return life;
  }

  /** The kernel may have been asked about a connection before accept() was seen to return it. */
  private Life subject(SocketObserved seen) {
    if (lives.known(seen.socket()) == null && seen.local() != null && seen.state() != LISTEN) {
      Life waiting = seen.peer() == null ? null : lives.at(new Pair(seen.local(), seen.peer()));
      if (waiting != null && waiting.socket == null) {
        lives.taken(waiting, seen.socket());
      } else {
        lives.acceptedUnseen(seen.socket(), Pair.plain(seen.local()));
      }
    }
    return lives.of(seen.socket());
  }

  private static Kind kind(SocketObserved seen) {
    boolean internet =
        seen.local() instanceof SocketAddress.Inet4 || seen.local() instanceof SocketAddress.Inet6;
    return internet && seen.type().startsWith("SOCK_DGRAM") ? Kind.UDP : Kind.OTHER;
  }

  private void address(
      Life life, TcpState state, @Nullable SocketAddress local, @Nullable SocketAddress peer) {
    boolean connected = local != null && peer != null && state != CLOSED && state != LISTEN;
    if (!connected) {
      life.local = local == null ? life.local : local;
    } else if (!Pair.wildcard(local)) {
      lives.place(life, new Pair(local, peer));
    } else if (!peer.equals(life.peer)) {
      // No connection has the address 0.0.0.0: it was told before the kernel chose one.
      life.local = local;
      life.peer = peer;
    }
  }

  private static void named(Life life, boolean moved, SocketObserved seen) {
    Standing now =
        life.standing() == Standing.LISTENING
            ? Standing.LISTENING
            : life.peer != null
                ? Standing.CONNECTED
                : life.local != null ? Standing.BOUND : Standing.UNBOUND;
    if (life.open && now != life.standing() || moved && life.local != null && life.open) {
      life.name(now, seen, new Cause.Told(seen));
    }
  }

  /** The kernel lists a connection that no program holds. */
  Optional<Life> listed(ConnectionObserved seen) {
    Life life = lives.listed(new Pair(seen.local(), seen.peer()), seen.state());
    // A listing is older than the accept() that it missed; only TIME_WAIT leaves its socket behind.
    if (life == null || life.open && seen.state() != TIME_WAIT) {
      return Optional.empty();
    }
    says(life, seen.state(), seen);
    life.toldSinceClosed = true;
    life.unread = Math.max(0, seen.receiveQueue());
    boolean ending = life.is(TIME_WAIT, FIN_WAIT2) && seen.timerMillis() >= 0;
    life.countdown =
        ending ? new History.Countdown(seen.stamp().nanos(), seen.timerMillis() * 1_000_000) : null;
    return Optional.of(life);
  }

  /** The kernel lists it no longer. One that waited may have been accepted; the call tells. */
  Optional<Life> missed(ConnectionForgotten gone) {
    Life life = lives.at(new Pair(gone.local(), gone.peer()));
    if (life == null || life.socket == null || life.is(CLOSED, LISTEN)) {
      return Optional.empty();
    }
    Cause told = new Cause.Told(gone);
    if (life.is(TIME_WAIT)) {
      life.go(CLOSED, gone, over(life, gone) ? new Cause.Expired(Cause.Timer.TIME_WAIT) : told);
    } else if (life.open) {
      return Optional.empty();
    } else if (life.is(LAST_ACK)) {
      life.go(CLOSED, gone, told);
    } else {
      boolean waited = life.is(FIN_WAIT2) && over(life, gone);
      life.abort(gone, waited ? new Cause.Expired(Cause.Timer.FIN_WAIT2) : told);
    }
    life.confirm(gone);
    return Optional.of(life);
  }

  /** Whether the time that the kernel told is over: a connection may be forgotten before that. */
  private static boolean over(Life life, ConnectionForgotten gone) {
    History.Countdown told = life.countdown;
    return told == null || gone.stamp().nanos() - told.since() >= told.nanos() - LISTING;
  }

  /** The kernel says that a TCP socket is in that state. */
  void says(Life life, TcpState said, Event word) {
    if (said == life.state()) {
      life.confirm(word);
      return;
    }
    // A socket whose connection waits in TIME_WAIT has given it away, and is CLOSED itself.
    boolean left = said == CLOSED && life.is(TIME_WAIT);
    if (left || life.wasSince(said, word.stamp().nanos() - ASKING)) {
      return;
    }
    List<Edge> way = Edge.way(life.state(), said);
    if (said == CLOSED) {
      closed(life, word);
    } else if (way.isEmpty()) {
      life.correct(said, word);
    } else {
      for (Edge edge : way) {
        if (edge.to() == said) {
          life.go(said, word, new Cause.Told(word));
        } else {
          life.pass(edge.to(), word, new Cause.Told(word));
        }
      }
      life.confirm(word);
    }
  }

  /** A connection that was closing in order has come to its end; any other was broken off. */
  private static void closed(Life life, Event word) {
    Cause told = new Cause.Told(word);
    if (life.is(FIN_WAIT1)) {
      life.pass(FIN_WAIT2, word, told);
    }
    if (life.is(FIN_WAIT2, CLOSING)) {
      life.pass(TIME_WAIT, word, told);
    } else if (life.is(LAST_ACK)) {
      life.go(CLOSED, word, told);
    } else if (life.is(LISTEN)) {
      life.go(CLOSED, word, told);
    } else {
      life.abort(word, told);
    }
    if (life.is(CLOSED)) {
      life.confirm(word);
    }
  }
}
