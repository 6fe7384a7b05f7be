package socketscope.socket;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;

/**
 * A system call from the moment it is known to its return. It never changes: a later event makes
 * another one.
 *
 * @param queued that it waited behind another call on its socket; null where it did not
 * @param started that the kernel was asked; null while it has not been
 * @param blocked that its thread was first seen asleep in it; null where it was not
 * @param returned the answer; null while there is none
 * @param socketNumber the {@link SocketRecord#number} of the socket that it is made on; {@link
 *     #NONE} where its descriptor stands for none, or it takes no descriptor
 * @param attempt the {@link ConnectAttempt#number} of the attempt that it begins or asks after;
 *     {@link #NONE} for all but connect()
 */
public record MadeCall(
    @Nullable CallQueued queued,
    @Nullable CallStarted started,
    @Nullable CallBlocked blocked,
    @Nullable CallReturned returned,
    int socketNumber,
    int attempt) {

  /** No socket, or no attempt. */
  public static final int NONE = -1;

  /** Checks that it has begun. */
  public MadeCall {
    if (queued == null && started == null) {
      throw new IllegalArgumentException("nobody saw it begin");
    }
  }

  static MadeCall queued(CallQueued event, int socketNumber) {
    return new MadeCall(event, null, null, null, socketNumber, NONE);
  }

  /**
   * A call that is in the kernel now.
   *
   * @param before what was known of it; null where it did not wait
   */
  static MadeCall started(@Nullable MadeCall before, CallStarted event, int socketNumber) {
    return new MadeCall(
        before == null ? null : before.queued, event, null, null, socketNumber, NONE);
  }

  MadeCall asleep(CallBlocked event) {
    return blocked == null
        ? new MadeCall(queued, started, event, returned, socketNumber, attempt)
        : this;
  }

  MadeCall over(CallReturned event) {
    return new MadeCall(queued, started, blocked, event, socketNumber, attempt);
  }

  MadeCall about(ConnectAttempt tried) {
    return new MadeCall(queued, started, blocked, returned, socketNumber, tried.number());
  }

  /** Tells the calls of an experiment apart; the same in each of its events. */
  public long id() {
    return started != null ? started.callId() : Objects.requireNonNull(queued).callId();
  }

  /** The call with its arguments. */
  public Call call() {
    return started != null ? started.call() : Objects.requireNonNull(queued).call();
  }

  /** What is called. */
  public Function function() {
    return call().function();
  }

  /** Whether that is called. */
  public boolean is(Function function) {
    return function() == function;
  }

  /** Whether it hands bytes to the kernel. */
  public boolean sends() {
    return function().sends();
  }

  /** Whether it takes bytes from the kernel. */
  public boolean receives() {
    return function().receives();
  }

  /** Whether the bytes that it takes stay where they are: MSG_PEEK. */
  public boolean peeks() {
    return function().receives() && call().hasFlag("MSG_PEEK");
  }

  /** The address that it gives the kernel; null where it gives none. */
  public @Nullable SocketAddress target() {
    return call().address().map(SocketAddress::decoded).orElse(null);
  }

  /**
   * Whether it ends, once it succeeds, what its socket sends: close(), and a shutdown() that is not
   * of reading alone.
   */
  public boolean endsSending() {
    return is(Function.CLOSE) || shutsSending() && !failed();
  }

  /** Whether it is a connect() to AF_UNSPEC, which dissolves a connection, or a peer's name. */
  public boolean dissolves() {
    SocketAddress target = target();
    return is(Function.CONNECT) && target != null && target.unspecified();
  }

  /** Whether it is a shutdown() of the sending side, or of both. */
  public boolean shutsSending() {
    return is(Function.SHUTDOWN) && !call().is("how", "SHUT_RD");
  }

  /** Whether it is a shutdown() of the receiving side, or of both. */
  public boolean shutsReceiving() {
    return is(Function.SHUTDOWN) && !call().is("how", "SHUT_WR");
  }

  /** Who makes it. */
  public String program() {
    return started != null ? started.program() : Objects.requireNonNull(queued).program();
  }

  /** The kernel's identifier of the calling thread (gettid(2)); 0 before it has started. */
  public long thread() {
    return started == null ? 0 : started.thread();
  }

  /** The socket that it is made on; null where its descriptor stands for none. */
  public @Nullable SocketId socket() {
    return started != null ? started.socket() : Objects.requireNonNull(queued).socket();
  }

  /** When it was started, or queued where it has not been started: nanoseconds of the stamps. */
  public long since() {
    return started != null
        ? started.stamp().nanos()
        : Objects.requireNonNull(queued).stamp().nanos();
  }

  /** When it returned; never, {@link Long#MAX_VALUE}, where it has not. */
  public long until() {
    return returned == null ? Long.MAX_VALUE : returned.stamp().nanos();
  }

  /** How far a call has come. */
  public enum Stage {
    /** It waits behind another call on its socket; the kernel has not seen it. */
    QUEUED,
    /** It was made. */
    STARTED,
    /** Its thread was seen asleep in it, and it has not returned. */
    BLOCKED,
    /** It has returned. */
    RETURNED
  }

  /** How far it has come. */
  public Stage stage() {
    if (returned != null) {
      return Stage.RETURNED;
    }
    return started == null ? Stage.QUEUED : blocked == null ? Stage.STARTED : Stage.BLOCKED;
  }

  /** Whether the kernel has been asked and has not answered. */
  public boolean underWay() {
    return started != null && returned == null;
  }

  /** Whether its thread was seen asleep in it. */
  public boolean wasBlocked() {
    return blocked != null;
  }

  /** The descriptors that it hands to another program (unix(7), SCM_RIGHTS), in their order. */
  public List<Integer> sentDescriptors() {
    return SentRights.numbers(call());
  }

  /** What it answered; null while it has not. */
  public @Nullable Result result() {
    return returned == null ? null : returned.result();
  }

  /** Whether it has returned, and did not fail. */
  public boolean succeeded() {
    return returned != null && !returned.result().failed();
  }

  /** Whether it has failed. */
  public boolean failed() {
    return returned != null && returned.result().failed();
  }

  /** The name of the errno that it left; empty where it has not failed. */
  public String errno() {
    return returned == null || returned.result().errno() == null
        ? ""
        : returned.result().errno().name();
  }

  /** Whether it failed with that errno. */
  public boolean failedWith(String errno) {
    return errno().equals(errno);
  }
}
