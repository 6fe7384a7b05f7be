package socketscope.socket;

import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;

/**
 * One attempt of a socket to be connected: what a connect() began, for streams and all else that
 * has connections. A datagram socket makes none, since its connect() only notes an address.
 *
 * <p>Not each connect() is an attempt. While one goes on (EINPROGRESS, EINTR) and until its end was
 * told, further calls ask after the same attempt, whatever address they name; they get EALREADY, 0
 * or the error that is pending, and then ECONNABORTED where another call has taken that already
 * (inet_stream_connect() in Linux' net/ipv4/af_inet.c). One that is connected gets EISCONN.
 *
 * @param number counts the attempts of an experiment from 0
 * @param nth which one of its socket it is, from 1
 * @param previous the number of its socket's attempt before; {@link MadeCall#NONE} for the first
 * @param socketNumber the {@link SocketRecord#number} of the socket
 * @param target where to, as the call named it
 * @param local the address from which it was made; null where the kernel has not told
 * @param begun the connect() that began it
 * @param decided the event by which its outcome is known: the return of a call, or the kernel's
 *     word; null while it is not decided
 * @param dissolved the event by which the connection was known to be no more: a connect() to
 *     AF_UNSPEC, the last close(), an error; null while it is there
 * @param settled whether nothing is left of it to ask after, so that the next connect() begins
 *     another one
 */
public record ConnectAttempt(
    int number,
    int nth,
    int previous,
    int socketNumber,
    SocketId socket,
    SocketAddress target,
    @Nullable SocketAddress local,
    MadeCall begun,
    Outcome outcome,
    @Nullable Event decided,
    @Nullable Event dissolved,
    boolean settled) {

  /** How it ended, or how far it has come. */
  public enum Outcome {
    /** The call that began it has not returned. */
    CALLING,
    /** The call has returned EINPROGRESS: the kernel goes on with the handshake. */
    IN_PROGRESS,
    /** The call was interrupted by a signal: the kernel goes on with the handshake. */
    INTERRUPTED,
    /** There is a connection, or there was one. */
    ESTABLISHED,
    /** Nobody listens there. */
    REFUSED,
    /** No answer came, however often the kernel asked. */
    TIMED_OUT,
    /** The way there is not open: EHOSTUNREACH, ENETUNREACH and their like. */
    UNREACHABLE,
    /** It ended without a connection; why, no call has told yet, or it is none of the others. */
    FAILED,
    /** The program did not wait for its end: close(), shutdown(), AF_UNSPEC, or its own end. */
    ABANDONED,
    /** The kernel did not try: the arguments, or the state of the socket, did not allow it. */
    REJECTED;

    /** What an errno of connect(), or of any call that tells its end, says of it. */
    static Outcome of(String errno) {
      return switch (errno) {
        case "" -> ESTABLISHED;
        case "EINPROGRESS", "EALREADY" -> IN_PROGRESS;
        case "EINTR" -> INTERRUPTED;
        case "ECONNREFUSED" -> REFUSED;
        case "ETIMEDOUT" -> TIMED_OUT;
        case "EHOSTUNREACH", "ENETUNREACH", "EHOSTDOWN", "ENETDOWN" -> UNREACHABLE;
        case "ECONNRESET", "ECONNABORTED", "EPIPE", "ENOPROTOOPT", "EPROTO" -> FAILED;
        default -> REJECTED;
      };
    }

    /** Whether the kernel tried, and there was no connection. */
    public boolean failed() {
      return this == REFUSED || this == TIMED_OUT || this == UNREACHABLE || this == FAILED;
    }

    /** Whether it is still open what will become of it. */
    public boolean pending() {
      return this == CALLING || this == IN_PROGRESS || this == INTERRUPTED;
    }
  }

  /** When it began, in nanoseconds on the clock of the stamps. */
  public long begin() {
    return begun.since();
  }

  /** When its outcome was known; never, {@link Long#MAX_VALUE}, while it is not. */
  public long end() {
    return decided == null ? Long.MAX_VALUE : decided.stamp().nanos();
  }

  /** When it, or the connection that came of it, was known to be over; never, while it is there. */
  public long over() {
    if (dissolved != null) {
      return dissolved.stamp().nanos();
    }
    return outcome == Outcome.ESTABLISHED ? Long.MAX_VALUE : end();
  }

  ConnectAttempt ended(Outcome how, Event by) {
    return of(local, how, by, dissolved, settled);
  }

  ConnectAttempt goesOn(Outcome how) {
    return of(local, how, null, dissolved, false);
  }

  ConnectAttempt from(@Nullable SocketAddress address) {
    return of(address, outcome, decided, dissolved, settled);
  }

  ConnectAttempt dissolvedBy(Event event) {
    return of(local, outcome, decided, dissolved == null ? event : dissolved, settled);
  }

  ConnectAttempt asSettled() {
    return of(local, outcome, decided, dissolved, true);
  }

  private ConnectAttempt of(
      @Nullable SocketAddress address,
      Outcome how,
      @Nullable Event by,
      @Nullable Event gone,
      boolean nothingLeft) {
    return new ConnectAttempt(
        number,
        nth,
        previous,
        socketNumber,
        socket,
        target,
        address,
        begun,
        how,
        by,
        gone,
        nothingLeft);
  }
}
