package socketscope.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.Function;
import socketscope.event.Place;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.SocketId;
import socketscope.syscall.PreparedCall;
import socketscope.syscall.Processes;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.local.LocalSystem;

/** Makes one thread's calls, and reports them. Other threads may watch and interrupt them. */
final class Caller {

  private final LocalSystem system;
  private final OpenSockets sockets;
  private final Reporter reporter;
  private final SystemCalls calls;
  private final LoopbackGuard guard;
  private volatile long thread;
  private volatile long self;
  private volatile @Nullable CallTask current;

  Caller(Place place, LocalSystem system, OpenSockets sockets, Reporter reporter) {
    this.system = system;
    this.sockets = sockets;
    this.reporter = reporter;
    this.calls = system.newCalls();
    this.guard = new LoopbackGuard(place, system.tables(), calls);
  }

  /** Learns which thread makes the calls: this one. */
  void begin() {
    thread = system.threads().threadId();
    self = system.threads().self();
  }

  /** The kernel's number of the thread (gettid(2)). */
  long thread() {
    return thread;
  }

  /**
   * Makes the call.
   *
   * @param over is told that it has returned, before that is reported
   * @return what it answered
   */
  Result make(CallTask task, Runnable over) {
    enter(task);
    if (task.waited()) {
      // Nobody watches a call that had to wait, and it may block: report it before it is made.
      task.reportStart(reporter, System.nanoTime(), thread);
    }
    boolean kept = prepare(task);
    CallTask.Birth birth = task.birth();
    Result result = birth == null ? task.told(calls.make(task.call())) : fork(birth);
    returned();
    task.reportStart(reporter, calls.entered(), thread);
    List<SocketId> created = created(task, result);
    over.run();
    if (birth != null && !result.failed()) {
      reportBirth(task, birth, result.value());
    }
    reportReturn(task, kept, created, result, calls.left());
    return result;
  }

  /** A call that this thread is to make, as soon as it says so. */
  PreparedCall prepared(CallTask task) {
    return calls.prepare(task.call());
  }

  /** From now on, this is the call that is being made. */
  void enter(CallTask task) {
    task.taken();
    current = task;
  }

  /**
   * Does what has to be done before a call.
   *
   * @return whether it is a close() after which the socket has another descriptor
   */
  boolean prepare(CallTask task) {
    if (task.waited()) {
      tieAgainBeforeTheCall(task);
    }
    OpenSocket socket = task.socket();
    boolean closes = task.call().function() == Function.CLOSE;
    boolean kept =
        socket != null && closes && sockets.forget(task.call().descriptor().orElseThrow());
    if (closes) {
      sockets.closed(task.call().descriptor().orElseThrow());
    }
    forgetReplaced(task);
    return kept;
  }

  /** Reports a call that was {@link #prepared} and made, unless its start was reported before. */
  void report(CallTask task, boolean kept, PreparedCall made) {
    task.reportStart(reporter, made.entered(), thread);
    Result result = task.told(made.result());
    reportReturn(task, kept, created(task, result), result, made.left());
  }

  private void reportReturn(
      CallTask task, boolean kept, List<SocketId> created, Result result, long left) {
    reporter.reportAt(
        left,
        stamp ->
            new CallReturned(
                stamp,
                task.callId(),
                task.socketId(),
                created.isEmpty() ? null : created.getFirst(),
                created.size() < 2 ? null : created.getLast(),
                kept,
                result));
    task.finish();
  }

  /** What a child inherits is what this process has at this moment. */
  private Result fork(CallTask.Birth birth) {
    List<Inherited> inheritance = sockets.inheritance(birth.closing());
    List<String> command = new ArrayList<>(birth.command());
    inheritance.forEach(given -> command.add(given.toString()));
    return calls.fork(command, inheritance.stream().map(Inherited::descriptor).toList());
  }

  /** The process is there before the call has returned; its end is told when it comes. */
  private void reportBirth(CallTask task, CallTask.Birth birth, long pid) {
    ProgramStarted.Parent parent = new ProgramStarted.Parent(reporter.program(), task.callId());
    reporter.reportOf(
        birth.child(),
        calls.left(),
        stamp -> new ProgramStarted(stamp, Role.of(birth.child()), pid, parent));
    Thread.ofPlatform()
        .daemon()
        .name("wait for " + birth.child())
        .start(() -> {
          Processes.End end = system.processes().await(pid);
          reporter.reportOf(
              birth.child(),
              System.nanoTime(),
              stamp -> new ProgramEnded(stamp, end.exitStatus(), end.signal(), false));
        });
  }

  /**
   * Before dup2() makes a number stand for another socket, nobody asks for the one it stood for.
   */
  private void forgetReplaced(CallTask task) {
    if (task.socket() != null && task.call().duplicates()) {
      task.call()
          .number("newfd")
          .filter(number -> number != task.call().descriptor().orElse(-1))
          .ifPresent(number -> sockets.forget(number.intValue()));
    }
  }

  /** While a call waited, its descriptor may have become another socket's. */
  private void tieAgainBeforeTheCall(CallTask task) {
    OpenSocket now =
        task.call().descriptor().isPresent()
            ? sockets.at(task.call().descriptor().getAsInt())
            : null;
    if (now != task.socket()) {
      guard.tieBefore(task.call(), now);
    }
  }

  /** The sockets that a call has brought into being, in the order of their descriptors' mention. */
  private List<SocketId> created(CallTask task, Result result) {
    if (result.failed()) {
      return List.of();
    }
    opened(task, result);
    OpenSocket socket = task.socket();
    int value = (int) result.value();
    return switch (task.call().function().creates()) {
      case SOCKET -> List.of(sockets.made(value, task.call()).id());
      case SOCKET_PAIR ->
          result.descriptors().stream()
              .map(descriptor -> sockets.made(descriptor, task.call()).id())
              .toList();
      case ACCEPTED -> socket == null ? List.of() : List.of(sockets.accepted(value, socket).id());
      case DUPLICATE -> {
        if (socket != null && task.call().duplicates()) {
          sockets.duplicated(value, socket);
        }
        yield List.of();
      }
      case PASSED -> {
        // Whose they are is asked on the first thread: here, only the user's calls are made.
        result.descriptors().forEach(sockets::arrived);
        yield List.of();
      }
      case NOTHING, DESCRIPTOR, DESCRIPTOR_PAIR, PROCESS -> List.of();
    };
  }

  private void opened(CallTask task, Result result) {
    int value = (int) result.value();
    switch (task.call().function().creates()) {
      case SOCKET, ACCEPTED, DESCRIPTOR -> sockets.opened(value);
      case SOCKET_PAIR, DESCRIPTOR_PAIR, PASSED -> result.descriptors().forEach(sockets::opened);
      case DUPLICATE -> {
        if (task.call().duplicates()) {
          sockets.opened(value);
        }
      }
      case NOTHING, PROCESS -> {}
    }
  }

  /** Reports the start of a task that is in the kernel now. False where it is not there yet. */
  boolean reportStartOf(CallTask task) {
    return reportStartOf(task, () -> true);
  }

  /**
   * Reports the start of a task that is in the kernel now.
   *
   * @param latest whether no later call was made up to now
   * @return false where it is not there yet, or no longer
   */
  boolean reportStartOf(CallTask task, BooleanSupplier latest) {
    long entered = calls.entered();
    if (!task.enteredAt(entered) || !latest.getAsBoolean()) {
      return false;
    }
    task.reportStart(reporter, entered, thread);
    return true;
  }

  /** Whether that call is the one being made. */
  boolean isMaking(long callId) {
    CallTask task = current;
    return task != null && task.callId() == callId;
  }

  /** The call has returned: a signal would come too late. */
  synchronized void returned() {
    current = null;
  }

  /** Sends the thread a signal, again and again until the call has returned. */
  void interrupt(long callId) throws InterruptedException {
    for (CallTask task = signal(callId); task != null; task = signal(callId)) {
      task.awaitReturn(1);
    }
  }

  /**
   * Sends the thread one signal, unless the call has returned: the signal would end the next one.
   *
   * @return the task whose call may have been interrupted
   */
  private synchronized @Nullable CallTask signal(long callId) {
    CallTask task = current;
    if (task == null || task.callId() != callId) {
      return null;
    }
    system.threads().interrupt(self);
    return task;
  }
}
