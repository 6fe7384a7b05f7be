package socketscope.program;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.CallQueued;
import socketscope.event.Function;
import socketscope.event.SocketId;
import socketscope.event.SynSaved;
import socketscope.event.TcpState;
import socketscope.json.Request;
import socketscope.kernel.SocketProbe;
import socketscope.kernel.SocketView;
import socketscope.syscall.LocalSystem;
import socketscope.syscall.SystemCalls;

/**
 * Takes requests: hands each call to the thread of its socket, and asks the kernel about the
 * sockets. All of it on the program's first thread.
 */
final class Desk implements AutoCloseable {

  /** How long a call may take before its start is reported ahead of its return, in milliseconds. */
  private static final long MOMENT = 1;

  private final String program;
  private final LocalSystem system;
  private final Reporter reporter;
  private final OpenSockets sockets;
  private final SocketProbe probe;
  private final Door door;

  /** Whose calls a worker makes: those of a thread of the user's, on a socket or on a number. */
  private record Duty(@Nullable SocketId socket, int number, int thread) {}

  /** In place of a number: calls without a descriptor, of which poll() alone can block. */
  private static final int NONE = -1;

  private static final int POLL = Integer.MIN_VALUE;

  private final Map<Duty, Worker> workers = new HashMap<>();

  Desk(String program, LocalSystem system, Reporter reporter) {
    this.program = program;
    this.system = system;
    this.reporter = reporter;
    this.sockets = new OpenSockets(program, system.tables().constants());
    SystemCalls calls = system.newCalls();
    this.probe = new SocketProbe(system.tables(), calls);
    this.door = new Door(system.tables(), calls);
  }

  void take(Request request) {
    switch (request) {
      case Request.MakeCall(long callId, Call call, int thread) -> makeCall(callId, call, thread);
      case Request.InterruptCall(long callId) -> interrupt(callId);
      case Request.Observe() -> observe();
    }
  }

  private void makeCall(long callId, Call call, int thread) {
    OpenSocket socket =
        call.descriptor().isPresent() ? sockets.at(call.descriptor().getAsInt()) : null;
    CallTask task = new CallTask(callId, call, socket);
    Worker worker = workerFor(socket, call, thread);
    if (socket != null && call.function() == Function.CLOSE) {
      lookOnceMore(socket);
    }
    door.shutBefore(call, socket);
    CallTask before = worker.add(task);
    if (before == null) {
      watchBriefly(worker, task);
      if (call.function() == Function.LISTEN) {
        // Before anybody can connect: the kernel is to keep the first SYN.
        observe();
      }
    } else {
      reportQueued(task, before);
    }
  }

  /**
   * Each socket has a worker for each thread that the user speaks of; so has each number that is no
   * socket, and all calls without one.
   */
  private Worker workerFor(@Nullable OpenSocket socket, Call call, int thread) {
    int number = call.function() == Function.POLL ? POLL : call.descriptor().orElse(NONE);
    Duty duty =
        socket == null ? new Duty(null, number, thread) : new Duty(socket.id(), NONE, thread);
    return workers.computeIfAbsent(
        duty, _ -> newWorker(socket == null ? program + "/" + number : socket.id().toString()));
  }

  private Worker newWorker(String name) {
    return new Worker(name, system, sockets, reporter);
  }

  private void reportQueued(CallTask task, CallTask before) {
    SocketId socket = task.socketId();
    if (socket != null) {
      reporter.report(
          stamp -> new CallQueued(stamp, task.callId(), socket, task.call(), before.callId()));
    }
  }

  private static void watchBriefly(Worker worker, CallTask task) {
    try {
      while (!task.awaitReturn(MOMENT) && !worker.reportStartOf(task)) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void interrupt(long callId) {
    for (Worker worker : workers.values()) {
      if (worker.isMaking(callId)) {
        Thread.ofPlatform().daemon().name("interrupt").start(() -> interrupt(worker, callId));
      }
    }
  }

  private static void interrupt(Worker worker, long callId) {
    try {
      worker.interrupt(callId);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void observe() {
    synchronized (sockets) {
      sockets.all().forEach(this::observe);
    }
  }

  /** What TCP has counted is lost with the descriptor: it proves packets that nobody captured. */
  private void lookOnceMore(OpenSocket socket) {
    synchronized (sockets) {
      if (socket.isTcp() && socket.equals(sockets.at(socket.descriptor()))) {
        observe(socket);
      }
    }
  }

  private void observe(OpenSocket socket) {
    SocketView before = socket.lastView();
    SocketView now = probe.view(socket.descriptor(), socket.isTcp(), before);
    if (now.equals(before)) {
      return;
    }
    socket.remember(now);
    reporter.report(stamp -> now.observed(stamp, socket.id(), socket.descriptor(), socket.type()));
    if (now.state() == TcpState.LISTEN && (before == null || before.state() != TcpState.LISTEN)) {
      probe.keepSyns(socket.descriptor());
    }
    if (before == null && socket.accepted() && socket.isTcp()) {
      reportSyn(socket);
    }
  }

  private void reportSyn(OpenSocket socket) {
    Bytes syn = probe.keptSyn(socket.descriptor());
    if (syn != null) {
      reporter.report(stamp -> new SynSaved(stamp, socket.id(), syn));
    }
  }

  /** Ends the threads, once they have made the calls that they were given. */
  @Override
  public void close() {
    workers.values().forEach(Worker::end);
  }
}
