package socketscope.state;

import static socketscope.event.TcpState.CLOSED;
import static socketscope.event.TcpState.CLOSE_WAIT;
import static socketscope.event.TcpState.ESTABLISHED;
import static socketscope.event.TcpState.FIN_WAIT1;
import static socketscope.event.TcpState.LAST_ACK;
import static socketscope.event.TcpState.LISTEN;
import static socketscope.event.TcpState.SYN_RECV;
import static socketscope.event.TcpState.SYN_SENT;

import socketscope.event.Call;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.Function;

/** The calls that end connections, and the end of a process, which is a close() of all it had. */
final class Closing {

  private final Lives lives;

  Closing(Lives lives) {
    this.lives = lives;
  }

  /** From now on, what this end sends is what the call made it send. */
  void started(Life life, CallStarted start) {
    if (start.call().function() == Function.CLOSE || !how(start.call()).equals("SHUT_RD")) {
      life.closing = start;
    }
    if (start.call().function() == Function.CLOSE && life.socket != null) {
      lives.waitingAt(life.socket).forEach(waiting -> waiting.closing = start);
    }
  }

  private static String how(Call call) {
    return call.arguments().get(1).toString();
  }

  void shutDown(Life life, Call call, Event returned, Cause cause) {
    if (life.kind != Kind.TCP) {
      return;
    }
    boolean sending = !how(call).equals("SHUT_RD");
    boolean receiving = !how(call).equals("SHUT_WR");
    // On Linux, shutdown(2) of a listener's receiving side makes it no listener any more.
    if (life.is(LISTEN) && receiving || life.is(SYN_SENT)) {
      life.go(CLOSED, returned, cause);
    } else if (sending) {
      fin(life, returned, cause);
    }
  }

  /** A FIN that could not be sent at once, for bytes before it wait, counts as sent. */
  private static void fin(Life life, Event event, Cause cause) {
    if (life.is(ESTABLISHED)) {
      life.go(FIN_WAIT1, event, cause);
    } else if (life.is(CLOSE_WAIT)) {
      life.go(LAST_ACK, event, cause);
    }
  }

  /** The last descriptor of a socket is gone. */
  void closed(Life life, Event event, Cause cause) {
    life.open = false;
    if (life.kind != Kind.TCP) {
      if (life.standing() != Naming.Standing.CLOSED) {
        life.name(Naming.Standing.CLOSED, event, cause);
      }
      return;
    }
    boolean shown = life.followed && lives.capturing;
    if (life.is(LISTEN)) {
      closeListener(life, event, cause);
    } else if (life.is(SYN_SENT)) {
      life.go(CLOSED, event, cause);
    } else if (!shown && life.unread > 0 && life.is(ESTABLISHED, CLOSE_WAIT)) {
      // Bytes that nobody will read: the other end is told by RST (RFC 2525, section 2.17).
      life.abort(event, cause);
    } else {
      fin(life, event, cause);
    }
  }

  /** Nobody will accept what waits, so the kernel resets it. */
  private void closeListener(Life listener, Event event, Cause cause) {
    listener.go(CLOSED, event, cause);
    if (listener.socket != null) {
      for (Life waiting : lives.waitingAt(listener.socket)) {
        if (waiting.is(SYN_RECV, ESTABLISHED, CLOSE_WAIT)) {
          waiting.abort(event, cause);
        }
      }
    }
  }

  /** A call told that the connection is broken. */
  void broken(Life life, Event returned, String errno) {
    boolean reset = errno.equals("ECONNRESET");
    boolean silent = errno.equals("ETIMEDOUT");
    if (life.kind == Kind.TCP && !life.is(CLOSED, LISTEN)) {
      if (reset) {
        life.abort(returned, new Cause.Told(returned));
      } else if (silent) {
        life.abort(returned, new Cause.Expired(Cause.Timer.RETRANSMISSION));
      }
    }
    if (life.is(CLOSED) && (reset || silent)) {
      life.confirm(returned);
    }
  }
}
