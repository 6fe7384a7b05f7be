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
import socketscope.socket.SocketRecord;
import socketscope.state.AddressChange.Standing;

/** What the kernel says of sockets confirms what was derived, or puts it right. */
final class KernelWord {

  /**
   * How old an answer may be, in nanoseconds: its stamp says when it was given, and what it tells
   * was so at some moment of the asking.
   */
  private static final long ASKING = 3_000_000;

  /** How far apart two listings may be, and a timer's end be off, in nanoseconds. */
  private static final long LISTING = 2_000_000_000;

  private final HistoryBuilders builders;

  KernelWord(HistoryBuilders builders) {
    this.builders = builders;
  }

  /** Gives the history that may have changed. */
  HistoryBuilder observed(SocketObserved seen) {
    HistoryBuilder builder = subject(seen);
    SocketAddress local = Pair.plainOrNull(seen.local());
    SocketAddress peer = Pair.plainOrNull(seen.peer());
    boolean moved = !Objects.equals(local, builder.local) || !Objects.equals(peer, builder.peer);
    if (seen.state() != null) {
      address(builder, seen.state(), local, peer);
      if (builder.open) {
        says(builder, seen.state(), seen);
      }
    } else {
      builder.local = local;
      builder.peer = peer;
      named(builder, moved, seen);
    }
    return builder;
  }

  /** The kernel may have been asked about a connection before accept() was seen to return it. */
  private HistoryBuilder subject(SocketObserved seen) {
    SocketRecord socket = builders.model().socket(seen.socket()).orElseThrow();
    if (builders.known(socket) == null && seen.local() != null && seen.state() != LISTEN) {
      HistoryBuilder waiting =
          seen.peer() == null ? null : builders.at(new Pair(seen.local(), seen.peer()));
      if (waiting != null && waiting.socket == null) {
        builders.taken(waiting, socket);
      } else {
        builders.acceptedUnseen(socket, seen.local().unmapped());
      }
    }
    return builders.of(socket);
  }

  private void address(
      HistoryBuilder builder,
      TcpState state,
      @Nullable SocketAddress local,
      @Nullable SocketAddress peer) {
    boolean connected = local != null && peer != null && state != CLOSED && state != LISTEN;
    if (!connected) {
      builder.local = local == null ? builder.local : local;
    } else if (!local.wildcard()) {
      builders.place(builder, new Pair(local, peer));
    } else if (!peer.equals(builder.peer)) {
      // No connection has the address 0.0.0.0: it was told before the kernel chose one.
      builder.local = local;
      builder.peer = peer;
    }
  }

  private static void named(HistoryBuilder builder, boolean moved, SocketObserved seen) {
    Standing now =
        builder.standing() == Standing.LISTENING
            ? Standing.LISTENING
            : builder.peer != null
                ? Standing.CONNECTED
                : builder.local != null ? Standing.BOUND : Standing.UNBOUND;
    if (builder.open && now != builder.standing()
        || moved && builder.local != null && builder.open) {
      builder.name(now, seen, new ChangeCause.Told(seen));
    }
  }

  /** The kernel lists a connection that no program holds. */
  Optional<HistoryBuilder> listed(ConnectionObserved seen) {
    HistoryBuilder builder = builders.listed(new Pair(seen.local(), seen.peer()), seen.state());
    // A listing is older than the accept() that it missed; only TIME_WAIT leaves its socket behind.
    if (builder == null || builder.open && seen.state() != TIME_WAIT) {
      return Optional.empty();
    }
    says(builder, seen.state(), seen);
    builder.toldSinceClosed = true;
    boolean ending = builder.is(TIME_WAIT, FIN_WAIT2) && seen.timerMillis() >= 0;
    builder.countdown =
        ending
            ? new SocketHistory.Countdown(seen.stamp().nanos(), seen.timerMillis() * 1_000_000)
            : null;
    return Optional.of(builder);
  }

  /** The kernel lists it no longer. One that waited may have been accepted; the call tells. */
  Optional<HistoryBuilder> missed(ConnectionForgotten gone) {
    HistoryBuilder builder = builders.at(new Pair(gone.local(), gone.peer()));
    if (builder == null || builder.socket == null || builder.is(CLOSED, LISTEN)) {
      return Optional.empty();
    }
    ChangeCause told = new ChangeCause.Told(gone);
    if (builder.is(TIME_WAIT)) {
      builder.go(
          CLOSED,
          gone,
          over(builder, gone) ? new ChangeCause.Expired(ChangeCause.Timer.TIME_WAIT) : told);
    } else if (builder.open) {
      return Optional.empty();
    } else if (builder.is(LAST_ACK)) {
      builder.go(CLOSED, gone, told);
    } else {
      boolean waited = builder.is(FIN_WAIT2) && over(builder, gone);
      builder.abort(gone, waited ? new ChangeCause.Expired(ChangeCause.Timer.FIN_WAIT2) : told);
    }
    builder.confirm(gone);
    return Optional.of(builder);
  }

  /** Whether the time that the kernel told is over: a connection may be forgotten before that. */
  private static boolean over(HistoryBuilder builder, ConnectionForgotten gone) {
    SocketHistory.Countdown told = builder.countdown;
    return told == null || gone.stamp().nanos() - told.since() >= told.nanos() - LISTING;
  }

  /** The kernel says that a TCP socket is in that state. */
  void says(HistoryBuilder builder, TcpState said, Event word) {
    if (said == builder.state()) {
      builder.confirm(word);
      return;
    }
    // A socket whose connection waits in TIME_WAIT has given it away, and is CLOSED itself.
    boolean left = said == CLOSED && builder.is(TIME_WAIT);
    if (left || builder.wasSince(said, word.stamp().nanos() - ASKING)) {
      return;
    }
    List<Edge> way = Edge.way(builder.state(), said);
    if (said == CLOSED) {
      closed(builder, word);
    } else if (way.isEmpty()) {
      builder.correct(said, word);
    } else {
      for (Edge edge : way) {
        if (edge.to() == said) {
          builder.go(said, word, new ChangeCause.Told(word));
        } else {
          builder.pass(edge.to(), word, new ChangeCause.Told(word));
        }
      }
      builder.confirm(word);
    }
  }

  /** A connection that was closing in order has come to its end; any other was broken off. */
  private static void closed(HistoryBuilder builder, Event word) {
    ChangeCause told = new ChangeCause.Told(word);
    if (builder.is(FIN_WAIT1)) {
      builder.pass(FIN_WAIT2, word, told);
    }
    if (builder.is(FIN_WAIT2, CLOSING)) {
      builder.pass(TIME_WAIT, word, told);
    } else if (builder.is(LAST_ACK)) {
      builder.go(CLOSED, word, told);
    } else if (builder.is(LISTEN)) {
      builder.go(CLOSED, word, told);
    } else {
      builder.abort(word, told);
    }
    if (builder.is(CLOSED)) {
      builder.confirm(word);
    }
  }
}
