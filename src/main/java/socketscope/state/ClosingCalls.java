package socketscope.state;

import static socketscope.event.TcpState.CLOSED;
import static socketscope.event.TcpState.CLOSE_WAIT;
import static socketscope.event.TcpState.ESTABLISHED;
import static socketscope.event.TcpState.FIN_WAIT1;
import static socketscope.event.TcpState.LAST_ACK;
import static socketscope.event.TcpState.LISTEN;
import static socketscope.event.TcpState.SYN_RECV;
import static socketscope.event.TcpState.SYN_SENT;

import java.util.Objects;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.socket.MadeCall;

/** The calls that end connections, and the end of a process, which is a close() of all it had. */
final class ClosingCalls {

  private final HistoryBuilders builders;

  ClosingCalls(HistoryBuilders builders) {
    this.builders = builders;
  }

  void shutDown(HistoryBuilder builder, MadeCall call, CallReturned returned) {
    if (builder.kind != Kind.TCP) {
      return;
    }
    ChangeCause cause = new ChangeCause.Called(Objects.requireNonNull(call.started()));
    // On Linux, shutdown(2) of a listener's receiving side makes it no listener any more.
    if (builder.is(LISTEN) && call.shutsReceiving() || builder.is(SYN_SENT)) {
      builder.go(CLOSED, returned, cause);
    } else if (call.shutsSending()) {
      fin(builder, returned, cause);
    }
  }

  /** A FIN that could not be sent at once, for bytes before it wait, counts as sent. */
  private static void fin(HistoryBuilder builder, Event event, ChangeCause cause) {
    if (builder.is(ESTABLISHED)) {
      builder.go(FIN_WAIT1, event, cause);
    } else if (builder.is(CLOSE_WAIT)) {
      builder.go(LAST_ACK, event, cause);
    }
  }

  /** The last descriptor of a socket is gone. */
  void closed(HistoryBuilder builder, Event event, ChangeCause cause) {
    builder.open = false;
    if (builder.kind != Kind.TCP) {
      if (builder.standing() != AddressChange.Standing.CLOSED) {
        builder.name(AddressChange.Standing.CLOSED, event, cause);
      }
      return;
    }
    boolean shown = builder.followed && builders.capturing;
    if (builder.is(LISTEN)) {
      closeListener(builder, event, cause);
    } else if (builder.is(SYN_SENT)) {
      builder.go(CLOSED, event, cause);
    } else if (!shown && resets(builder) && builder.is(ESTABLISHED, CLOSE_WAIT)) {
      builder.abort(event, cause);
    } else {
      fin(builder, event, cause);
    }
  }

  /** Bytes that nobody will read are told to the other end by RST (RFC 2525, section 2.17). */
  private boolean resets(HistoryBuilder builder) {
    return builders.unread(builder) > 0 || builders.resetsAtClose(builder);
  }

  /** Nobody will accept what waits, so the kernel resets it. */
  private void closeListener(HistoryBuilder listener, Event event, ChangeCause cause) {
    listener.go(CLOSED, event, cause);
    if (listener.socket != null) {
      for (HistoryBuilder waiting : builders.waitingAt(listener.socket)) {
        if (waiting.is(SYN_RECV, ESTABLISHED, CLOSE_WAIT)) {
          waiting.abort(event, cause);
        }
      }
    }
  }

  /** A call told that the connection is broken. */
  void broken(HistoryBuilder builder, MadeCall call, CallReturned returned) {
    boolean reset = call.failedWith("ECONNRESET");
    boolean silent = call.failedWith("ETIMEDOUT");
    if (builder.kind == Kind.TCP && !builder.is(CLOSED, LISTEN)) {
      if (reset) {
        builder.abort(returned, new ChangeCause.Told(returned));
      } else if (silent) {
        builder.abort(returned, new ChangeCause.Expired(ChangeCause.Timer.RETRANSMISSION));
      }
    }
    if (builder.is(CLOSED) && (reset || silent)) {
      builder.confirm(returned);
    }
  }
}
