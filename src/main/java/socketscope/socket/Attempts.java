package socketscope.socket;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.socket.ConnectAttempt.Outcome;
import socketscope.socket.SocketRecord.Binding;
import socketscope.socket.SocketRecord.Phase;

/** Tells which connect() begins an attempt and which asks after one, and how each attempt ends. */
final class Attempts {

  private final Sockets sockets;

  Attempts(Sockets sockets) {
    this.sockets = sockets;
  }

  private @Nullable ConnectAttempt latest(SocketRecord socket) {
    return sockets.attempt(socket.attempt);
  }

  /** A connect() enters the kernel. */
  MadeCall started(MadeCall call, SocketRecord socket) {
    SocketAddress target = call.target();
    if (target == null || target.unspecified()) {
      return call;
    }
    ConnectAttempt before = latest(socket);
    if (before != null && !before.settled()) {
      return call.about(before);
    }
    return socket.phase == Phase.LISTENING ? call : call.about(begin(call, socket, target));
  }

  private ConnectAttempt begin(MadeCall call, SocketRecord socket, SocketAddress target) {
    ConnectAttempt before = latest(socket);
    int number = sockets.nextAttempt();
    ConnectAttempt attempt =
        sockets.begin(
            new ConnectAttempt(
                number,
                before == null ? 1 : before.nth() + 1,
                before == null ? MadeCall.NONE : before.number(),
                socket.number,
                socket.id,
                target,
                socket.binding == Binding.GIVEN ? socket.local : null,
                call,
                Outcome.CALLING,
                null,
                null,
                false));
    sockets.change(
        socket.number,
        record -> {
          record.attempt = number;
          record.nameBefore = record.local;
          record.phase = Phase.CONNECTING;
          record.pending = null;
          record.told = null;
          record.peerEnded = null;
          record.sent = 0;
          record.received = 0;
        });
    return attempt;
  }

  /** A connect() has returned. */
  void returned(MadeCall call, CallReturned returned, SocketRecord socket) {
    SocketAddress target = call.target();
    if (target == null) {
      return;
    }
    if (target.unspecified()) {
      if (call.succeeded()) {
        dissolve(socket, returned);
      }
      return;
    }
    Outcome outcome = Outcome.of(call.errno());
    ConnectAttempt asked = sockets.attempt(call.attempt());
    boolean begins = outcome == Outcome.IN_PROGRESS && !call.failedWith("EALREADY");
    boolean other = asked == null || asked.begun().id() != call.id();
    boolean failedBefore =
        asked != null && !asked.outcome().pending() && asked.outcome() != Outcome.ESTABLISHED;
    if (other && (asked == null && outcome != Outcome.REJECTED || failedBefore && begins)) {
      // The kernel began one all the same: another system's, or nobody saw what had ended the last.
      asked = begin(call, socket, target);
    }
    if (asked != null) {
      tell(asked, outcome, call, returned);
    }
  }

  private void tell(ConnectAttempt attempt, Outcome outcome, MadeCall call, CallReturned returned) {
    boolean own = attempt.begun().id() == call.id();
    if (outcome == Outcome.REJECTED) {
      if (call.failedWith("EISCONN") && attempt.outcome().pending() && !own) {
        established(attempt.number(), returned);
      } else if (own) {
        reject(attempt, returned);
      }
    } else if (outcome == Outcome.ESTABLISHED) {
      established(attempt.number(), returned);
    } else if (outcome.pending()) {
      if (own || attempt.outcome() == Outcome.CALLING) {
        sockets.changeAttempt(attempt.number(), before -> before.goesOn(outcome));
      }
    } else {
      failed(attempt.number(), outcome, call, returned);
      sockets.changeAttempt(attempt.number(), ConnectAttempt::asSettled);
    }
  }

  /** The kernel did not try: the socket is as it was before. */
  private void reject(ConnectAttempt attempt, Event returned) {
    sockets.changeAttempt(
        attempt.number(), before -> before.ended(Outcome.REJECTED, returned).asSettled());
    sockets.change(
        attempt.socketNumber(),
        record -> {
          record.attempt = attempt.previous();
          record.phase = atRest(record);
        });
  }

  private static Phase atRest(SocketRecord record) {
    return record.binding == Binding.NONE ? Phase.UNBOUND : Phase.BOUND;
  }

  /** The latest attempt of a socket has led to a connection, as that event proves. */
  void established(SocketRecord socket, Event proof) {
    ConnectAttempt attempt = latest(socket);
    if (attempt != null && attempt.outcome().pending()) {
      established(attempt.number(), proof);
    }
  }

  private void established(int number, Event proof) {
    sockets.changeAttempt(
        number,
        before ->
            before.outcome() == Outcome.ESTABLISHED
                ? before
                : before.ended(Outcome.ESTABLISHED, proof));
    ConnectAttempt attempt = Objects.requireNonNull(sockets.attempt(number));
    sockets.change(
        attempt.socketNumber(),
        record -> {
          record.phase = Phase.CONNECTED;
          record.peer = attempt.target();
          if (record.binding == Binding.NONE) {
            record.binding = Binding.AUTOMATIC;
            record.local = Objects.equals(record.local, record.nameBefore) ? null : record.local;
          }
        });
  }

  /** A call has told that the latest attempt of a socket, or its connection, has failed. */
  void failed(SocketRecord socket, String errno, MadeCall call, Event returned) {
    ConnectAttempt attempt = latest(socket);
    boolean open =
        attempt != null && !attempt.settled() && attempt.outcome() != Outcome.ESTABLISHED;
    if (attempt != null && open) {
      failed(attempt.number(), Outcome.of(errno), call, returned);
    } else {
      broken(socket, returned);
      sockets.change(
          socket.number,
          record -> {
            record.told = call;
            record.pending = null;
          });
    }
  }

  private void failed(int number, Outcome outcome, MadeCall call, Event returned) {
    ConnectAttempt attempt = Objects.requireNonNull(sockets.attempt(number));
    boolean known = !attempt.outcome().pending() && attempt.outcome() != Outcome.FAILED;
    boolean was = attempt.outcome() == Outcome.ESTABLISHED;
    sockets.changeAttempt(
        number,
        before ->
            was
                ? before.dissolvedBy(returned)
                : known
                    ? before
                    : before.ended(
                        outcome, before.decided() == null ? returned : before.decided()));
    sockets.change(
        attempt.socketNumber(),
        record -> {
          release(record);
          record.phase = atRest(record);
          record.pending = null;
          record.told = call;
        });
  }

  /** A port that bind() did not ask for by its number is given back with the connection. */
  private static void release(SocketRecord record) {
    if (record.binding != Binding.GIVEN) {
      record.binding = Binding.NONE;
    }
  }

  /** The connection of a socket is no more. */
  void broken(SocketRecord socket, Event event) {
    ConnectAttempt attempt = latest(socket);
    if (attempt != null && attempt.outcome() == Outcome.ESTABLISHED) {
      sockets.changeAttempt(attempt.number(), before -> before.dissolvedBy(event));
    }
    if (socket.phase == Phase.CONNECTED) {
      sockets.change(
          socket.number,
          record -> {
            release(record);
            record.phase = Phase.BROKEN;
            record.pending = null;
          });
    }
  }

  /** connect() to AF_UNSPEC: there is neither attempt nor connection any more (connect(2)). */
  private void dissolve(SocketRecord socket, Event event) {
    abandon(socket, event);
    sockets.change(
        socket.number,
        record -> {
          boolean given = record.binding == Binding.GIVEN;
          release(record);
          record.local = given ? record.local : null;
          record.peer = null;
          record.phase = atRest(record);
          record.peerEnded = null;
          record.shutReading = null;
          record.shutWriting = null;
          record.pending = null;
        });
  }

  /** The program waits no longer, and has no connection any more. */
  void abandon(SocketRecord socket, Event event) {
    ConnectAttempt attempt = latest(socket);
    if (attempt == null || attempt.settled()) {
      return;
    }
    sockets.changeAttempt(
        attempt.number(),
        before ->
            before.outcome().pending()
                ? before.ended(Outcome.ABANDONED, event).asSettled()
                : before.dissolvedBy(event).asSettled());
  }

  /** The kernel was asked: what it says proves, or names, an attempt. */
  void observed(SocketRecord socket, SocketObserved seen) {
    ConnectAttempt attempt = latest(socket);
    if (attempt == null || seen.state() == null) {
      return;
    }
    switch (seen.state()) {
      case LISTEN, TIME_WAIT -> {}
      case SYN_SENT -> named(attempt, seen.local());
      case SYN_RECV, ESTABLISHED, FIN_WAIT1, FIN_WAIT2, CLOSE_WAIT, CLOSING, LAST_ACK -> {
        named(attempt, seen.local());
        established(socket, seen);
      }
      case CLOSED -> closed(socket, attempt, seen);
    }
  }

  private void named(ConnectAttempt attempt, @Nullable SocketAddress local) {
    if (local != null
        && attempt.over() == Long.MAX_VALUE
        && (attempt.local() == null || attempt.local().wildcard())) {
      sockets.changeAttempt(attempt.number(), before -> before.from(local));
    }
  }

  /** While the call is under way the answer may be older than the call. */
  private void closed(SocketRecord socket, ConnectAttempt attempt, SocketObserved seen) {
    boolean anew = seen.local() != null && !seen.local().equals(socket.nameBefore);
    if (anew && attempt.local() == null && attempt.outcome() != Outcome.CALLING) {
      sockets.changeAttempt(attempt.number(), before -> before.from(seen.local()));
    }
    boolean sent = seen.counters() == null || seen.counters().segmentsOut() != 0;
    if (attempt.outcome().pending() && attempt.outcome() != Outcome.CALLING && sent) {
      sockets.changeAttempt(attempt.number(), before -> before.ended(Outcome.FAILED, seen));
      sockets.change(
          socket.number,
          record -> {
            release(record);
            record.phase = atRest(record);
            record.pending = "";
          });
    }
  }
}
