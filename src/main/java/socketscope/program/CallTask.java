package socketscope.program;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import socketscope.event.Call;
import socketscope.event.CallStarted;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketId;

/**
 * One call that a worker is to make.
 *
 * <p>Its start is reported by the worker after the call, since writing a line before it would make
 * every call look slower; by the request handler where the call takes longer than a moment.
 */
final class CallTask {

  private final long callId;
  private final Call call;
  private final @Nullable OpenSocket socket;
  private final @Nullable Birth birth;
  private final AtomicBoolean startReported = new AtomicBoolean();
  private final CountDownLatch returned = new CountDownLatch(1);
  private volatile boolean waited;
  private volatile long takenAt;

  /**
   * What fork() is to make.
   *
   * @param child the name of the program
   * @param command starts it
   * @param closing the descriptors of this process that have FD_CLOEXEC
   */
  record Birth(String child, List<String> command, Set<Integer> closing) {}

  CallTask(long callId, Call call, @Nullable OpenSocket socket) {
    this(callId, call, socket, null);
  }

  private CallTask(long callId, Call call, @Nullable OpenSocket socket, @Nullable Birth birth) {
    this.callId = callId;
    this.call = call;
    this.socket = socket;
    this.birth = birth;
  }

  /** A call to fork(). */
  static CallTask fork(long callId, Birth birth) {
    return new CallTask(callId, new Call(Function.FORK, List.of()), null, birth);
  }

  /** What it is to make; null for all calls but fork(). */
  @Nullable Birth birth() {
    return birth;
  }

  long callId() {
    return callId;
  }

  Call call() {
    return call;
  }

  @Nullable OpenSocket socket() {
    return socket;
  }

  @Nullable SocketId socketId() {
    return socket == null ? null : socket.id();
  }

  /**
   * What may be told of an answer: with MSG_TRUNC, TCP throws bytes away and writes none of them to
   * memory (tcp(7)).
   */
  Result told(Result answer) {
    return socket != null && socket.isTcp() && call.hasFlag("MSG_TRUNC") && answer.value() > 0
        ? answer.withData(null)
        : answer;
  }

  /** It was given to a worker that is busy with an earlier one. */
  void mustWait() {
    waited = true;
  }

  boolean waited() {
    return waited;
  }

  /** The worker begins; the call itself has not been made. */
  void taken() {
    takenAt = System.nanoTime();
  }

  /** Whether a call that entered the kernel at that moment is this one. */
  boolean enteredAt(long entered) {
    return takenAt != 0 && entered >= takenAt;
  }

  /** Reports the start, unless that has been done. */
  void reportStart(Reporter reporter, long entered, long thread) {
    if (startReported.compareAndSet(false, true)) {
      reporter.reportAt(entered, stamp -> new CallStarted(stamp, callId, socketId(), thread, call));
    }
  }

  void finish() {
    returned.countDown();
  }

  boolean awaitReturn(long milliseconds) throws InterruptedException {
    return returned.await(milliseconds, TimeUnit.MILLISECONDS);
  }
}
