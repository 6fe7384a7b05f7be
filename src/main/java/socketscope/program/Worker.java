package socketscope.program;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument.Descriptor;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketId;
import socketscope.syscall.LocalSystem;
import socketscope.syscall.SystemCalls;

/**
 * The thread that makes the calls on one socket, one after another. It lives as long as the
 * process: a signal must never be sent to a thread that is gone.
 */
final class Worker {

  private static final long END = -1;

  private final LocalSystem system;
  private final OpenSockets sockets;
  private final Reporter reporter;
  private final SystemCalls calls;
  private final CallMaker maker;
  private final Door door;
  private final BlockingQueue<CallTask> tasks = new LinkedBlockingQueue<>();
  private volatile long thread;
  private volatile long self;
  private volatile @Nullable CallTask current;
  private @Nullable CallTask last;
  private int outstanding;

  Worker(String name, LocalSystem system, OpenSockets sockets, Reporter reporter) {
    this.system = system;
    this.sockets = sockets;
    this.reporter = reporter;
    this.calls = system.newCalls();
    this.maker = new CallMaker(system.tables(), calls);
    this.door = new Door(system.tables(), calls);
    Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  /**
   * Takes a task on.
   *
   * @return the earlier task that it has to wait for; null where there is none
   */
  synchronized @Nullable CallTask add(CallTask task) {
    CallTask before = outstanding > 0 ? last : null;
    if (before != null) {
      task.mustWait();
    }
    outstanding++;
    last = task;
    tasks.add(task);
    return before;
  }

  /** Lets the thread end after the tasks that it has. */
  void end() {
    tasks.add(new CallTask(END, new Call(Function.CLOSE, List.of(new Descriptor(-1))), null));
  }

  private synchronized void finished() {
    outstanding--;
  }

  private void run() {
    thread = system.threads().threadId();
    self = system.threads().self();
    try {
      for (CallTask task = tasks.take(); task.callId() != END; task = tasks.take()) {
        make(task);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void make(CallTask task) {
    task.taken();
    current = task;
    if (task.waited()) {
      // Nobody watches a call that had to wait, and it may block: report it before it is made.
      task.reportStart(reporter, System.nanoTime(), thread);
      lookAtTheDoorAgain(task);
    }
    OpenSocket socket = task.socket();
    boolean kept =
        socket != null
            && task.call().function() == Function.CLOSE
            && sockets.forget(task.call().descriptor().orElseThrow());
    Result result = maker.make(task.call());
    returned();
    task.reportStart(reporter, calls.entered(), thread);
    List<SocketId> created = created(task, result);
    finished();
    reporter.reportAt(
        calls.left(),
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

  /** While a call waited, its descriptor may have become another socket's. */
  private void lookAtTheDoorAgain(CallTask task) {
    OpenSocket now =
        task.call().descriptor().isPresent()
            ? sockets.at(task.call().descriptor().getAsInt())
            : null;
    if (now != task.socket()) {
      door.shutBefore(task.call(), now);
    }
  }

  /** The sockets that a call has brought into being, in the order of their descriptors' mention. */
  private List<SocketId> created(CallTask task, Result result) {
    if (result.failed()) {
      return List.of();
    }
    OpenSocket socket = task.socket();
    int value = (int) result.value();
    return switch (task.call().function()) {
      case SOCKET -> List.of(sockets.made(value, task.call()).id());
      case SOCKETPAIR ->
          CallMaker.pair(result).stream()
              .map(descriptor -> sockets.made(descriptor, task.call()).id())
              .toList();
      case ACCEPT -> socket == null ? List.of() : List.of(sockets.accepted(value, socket).id());
      case DUP, FCNTL -> {
        if (socket != null && duplicates(task.call())) {
          sockets.duplicated(value, socket);
        }
        yield List.of();
      }
      case BIND,
          LISTEN,
          CONNECT,
          SEND,
          RECV,
          SENDTO,
          RECVFROM,
          READ,
          WRITE,
          SHUTDOWN,
          CLOSE,
          GETSOCKNAME,
          GETPEERNAME,
          GETSOCKOPT,
          SETSOCKOPT,
          IOCTL,
          POLL ->
          List.of();
    };
  }

  private boolean duplicates(Call call) {
    if (call.function() == Function.DUP) {
      return true;
    }
    int operation =
        system
            .tables()
            .constants()
            .resolve(call.arguments().get(1).toString())
            .orElse(Integer.MIN_VALUE);
    return Stream.of("F_DUPFD", "F_DUPFD_CLOEXEC")
        .anyMatch(
            name -> system.tables().constants().value(name).orElse(Integer.MAX_VALUE) == operation);
  }

  /** Reports the start of a task that is in the kernel now. False where it is not there yet. */
  boolean reportStartOf(CallTask task) {
    long entered = calls.entered();
    if (!task.enteredAt(entered)) {
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

  private synchronized void returned() {
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
