package socketscope.layout;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.Look;
import socketscope.event.TcpState;

/** What a mark means; a palette or a style sheet gives it a colour. */
public enum Ink {
  SURFACE,
  HEADER,
  TEXT,
  TEXT_MUTED,
  LIFELINE,
  KERNEL_ZONE,
  CALL,
  HANDSHAKE,
  DATA,
  ACK,
  FIN,
  RST,
  BLOCKED,
  NOTE,
  /** Text on a tag of one of the colours. */
  ON_COLOR,
  /** A socket that is not TCP and has an address. */
  STATE_OPEN,
  STATE_LISTEN,
  STATE_SYN_SENT,
  STATE_SYN_RECV,
  STATE_ESTABLISHED,
  STATE_FIN_WAIT1,
  STATE_FIN_WAIT2,
  STATE_CLOSE_WAIT,
  STATE_CLOSING,
  STATE_LAST_ACK,
  STATE_TIME_WAIT;

  /** Its name in style sheets and palettes: {@code state-syn-sent}. */
  public String token() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Ink of(Look look) {
    return switch (look) {
      case CALL -> CALL;
      case HANDSHAKE -> HANDSHAKE;
      case DATA -> DATA;
      case ACK -> ACK;
      case FIN -> FIN;
      case RST, ERROR -> RST;
      case BLOCKED -> BLOCKED;
      case NOTE -> NOTE;
    };
  }

  static Ink of(@Nullable TcpState state) {
    return switch (state) {
      case null -> STATE_OPEN;
      case CLOSED -> LIFELINE;
      case LISTEN -> STATE_LISTEN;
      case SYN_SENT -> STATE_SYN_SENT;
      case SYN_RECV -> STATE_SYN_RECV;
      case ESTABLISHED -> STATE_ESTABLISHED;
      case FIN_WAIT1 -> STATE_FIN_WAIT1;
      case FIN_WAIT2 -> STATE_FIN_WAIT2;
      case CLOSE_WAIT -> STATE_CLOSE_WAIT;
      case CLOSING -> STATE_CLOSING;
      case LAST_ACK -> STATE_LAST_ACK;
      case TIME_WAIT -> STATE_TIME_WAIT;
    };
  }
}
