package socketscope.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.CallQueued;
import socketscope.event.Function;
import socketscope.event.Place;
import socketscope.event.Service;
import socketscope.event.SocketId;
import socketscope.event.SynSaved;
import socketscope.event.TcpState;
import socketscope.json.Request;
import socketscope.kernel.SocketProbe;
import socketscope.kernel.SocketView;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.local.LocalSystem;

/**
 * Takes requests: hands each call to the thread of its socket, and asks the kernel about the
 * sockets. All of it on the program's first thread; what servers need of it, on one more.
 */
final class RequestHandler {

  /** How long a call may take before its start is reported ahead of its return, in milliseconds. */
  private static final long MOMENT = 1;

  /** How long it takes at most until a call without a pause is seen to take long, likewise. */
  private static final long LONGEST_PAUSE = 50;

  private final String program;
  private final Place place;
  private final LocalSystem system;
  private final Reporter reporter;
  private final OpenSockets sockets;
  private final SocketProbe probe;
  private final LoopbackGuard guard;

  /** Whose calls a worker makes: those of a thread of the user's, on a socket or on a number. */
  private record WorkerKey(@Nullable SocketId socket, int number, int thread) {}

  /** In place of a number: calls without a descriptor, of which poll() alone can block. */
  private static final int NONE = -1;

  private static final int POLL = Integer.MIN_VALUE;

  private final Map<WorkerKey, Worker> workers = new HashMap<>();
  private final Set<Caller> callers = ConcurrentHashMap.newKeySet();

  /** Does for the threads of servers what this first thread does for the workers. */
  private final ExecutorService watcher =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("watcher").factory(),
          (_, _) -> awaitEndOfProgram());

  /**
   * One for a program.
   *
   * @param place where it runs
   */
  RequestHandler(String program, Place place, LocalSystem system, Reporter reporter) {
    this.program = program;
    this.place = place;
    this.system = system;
    this.reporter = reporter;
    this.sockets = new OpenSockets(program);
    SystemCalls calls = system.newCalls();
    this.probe = new SocketProbe(system.tables(), calls);
    this.guard = new LoopbackGuard(place, system.tables(), calls);
  }

  void take(Request request) {
    switch (request) {
      case Request.MakeCall(long callId, Call call, int thread) -> makeCall(callId, call, thread);
      case Request.MakeCalls(List<Request.MakeCall> calls) -> makeCalls(calls);
      case Request.Fork(long callId, int thread, String child, List<String> command) ->
          fork(callId, thread, child, command);
      case Request.InterruptCall(long callId) -> interrupt(callId);
      case Request.Observe() -> observe();
      case Request.Serve(long firstCall, int listener, Service service) ->
          new Server(this, sockets, reporter, service, firstCall).start(listener, Long.MAX_VALUE);
    }
  }

  private CallTask task(long callId, Call call) {
    return new CallTask(
        callId,
        call,
        call.descriptor().isPresent() ? sockets.at(call.descriptor().getAsInt()) : null);
  }

  /** What is done on this thread before another one makes a call. */
  private void prepare(CallTask task) {
    OpenSocket socket = task.socket();
    if (socket != null && task.call().function() == Function.CLOSE) {
      observeOnceMore(socket);
    }
    guard.tieBefore(task.call(), socket);
  }

  private void makeCalls(List<Request.MakeCall> calls) {
    List<CallTask> tasks = calls.stream().map(call -> task(call.callId(), call.call())).toList();
    CallTask first = tasks.getFirst();
    Worker worker = workerFor(first.socket(), first.call(), calls.getFirst().thread());
    tasks.forEach(this::prepare);
    CallsWithoutPause sequence = new CallsWithoutPause(worker.caller(), tasks);
    CallTask before = worker.add(sequence);
    if (before == null) {
      watchBriefly(sequence);
    } else {
      tasks.forEach(task -> reportQueued(task, before));
      watch(sequence);
    }
  }

  private static void watchBriefly(CallsWithoutPause sequence) {
    try {
      while (!sequence.awaitReturn(MOMENT)) {
        if (sequence.reportUnderWay()) {
          watch(sequence);
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has the start of each that takes long reported. */
  private static void watch(CallsWithoutPause sequence) {
    Thread.ofPlatform()
        .daemon()
        .name("watch")
        .start(() -> {
          try {
            for (long pause = MOMENT; !sequence.awaitReturn(pause); ) {
              sequence.reportUnderWay();
              pause = Math.min(2 * pause, LONGEST_PAUSE);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void makeCall(long callId, Call call, int thread) {
    CallTask task = task(callId, call);
    Worker worker = workerFor(task.socket(), call, thread);
    prepare(task);
    CallTask before = worker.add(task);
    if (before == null) {
      watchBriefly(worker.caller(), task);
      if (call.function() == Function.LISTEN) {
        // Before anybody can connect: the kernel is to keep the first SYN.
        observe();
      }
    } else {
      reportQueued(task, before);
    }
  }

  /** The thread that makes the call must last: when it ends, the kernel ends the child (prctl). */
  private void fork(long callId, int thread, String child, List<String> command) {
    Set<Integer> closing =
        sockets.opened().stream()
            .filter(system.processes()::closesOnExec)
            .collect(Collectors.toSet());
    CallTask task = CallTask.fork(callId, new CallTask.Birth(child, command, closing));
    Worker worker = workerFor(null, task.call(), thread);
    if (worker.add(task) == null) {
      watchBriefly(worker.caller(), task);
    }
  }

  /** This process was born with these descriptors. */
  void inherit(List<Inherited> inheritance) {
    for (Inherited given : inheritance) {
      if (given.closesOnExec()) {
        system.processes().closeOnExec(given.descriptor());
      }
      sockets.inherited(given);
    }
  }

  /**
   * Each socket has a worker for each thread that the user speaks of; so has each number that is no
   * socket, and all calls without one.
   */
  private Worker workerFor(@Nullable OpenSocket socket, Call call, int thread) {
    int number = call.function() == Function.POLL ? POLL : call.descriptor().orElse(NONE);
    WorkerKey key =
        socket == null
            ? new WorkerKey(null, number, thread)
            : new WorkerKey(socket.id(), NONE, thread);
    return workers.computeIfAbsent(
        key, _ -> newWorker(socket == null ? program + "/" + number : socket.id().toString()));
  }

  private Worker newWorker(String name) {
    return new Worker(name, newCaller());
  }

  /** One for a thread that makes calls until it is {@link #done} with. */
  Caller newCaller() {
    Caller caller = new Caller(place, system, sockets, reporter);
    callers.add(caller);
    return caller;
  }

  /** That thread makes no more calls. */
  void done(Caller caller) {
    callers.remove(caller);
  }

  /** Has a call's start reported as soon as it takes longer than a moment. For any thread. */
  void watchReturn(Caller caller, CallTask task) {
    watcher.execute(() -> watchBriefly(caller, task));
  }

  /** Has the kernel asked about a socket that is about to be closed. For any thread. */
  void observeBeforeClose(OpenSocket socket) {
    CompletableFuture.runAsync(() -> observeOnceMore(socket), watcher).join();
  }

  /**
   * Has connections served in a rehearsal, until no class is left that has to be loaded for it.
   *
   * @param listener any number: the system is silent
   */
  void rehearse(Service service, int listener) throws InterruptedException {
    Server server = new Server(this, sockets, reporter, service, 0);
    server.start(listener, 1);
    server.awaitEnd();
  }

  private void reportQueued(CallTask task, CallTask before) {
    SocketId socket = task.socketId();
    if (socket != null) {
      reporter.report(
          stamp -> new CallQueued(stamp, task.callId(), socket, task.call(), before.callId()));
    }
  }

  private static void watchBriefly(Caller caller, CallTask task) {
    try {
      while (!task.awaitReturn(MOMENT) && !caller.reportStartOf(task)) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void interrupt(long callId) {
    for (Caller caller : callers) {
      if (caller.isMaking(callId)) {
        Thread.ofPlatform().daemon().name("interrupt").start(() -> interrupt(caller, callId));
      }
    }
  }

  private static void interrupt(Caller caller, long callId) {
    try {
      caller.interrupt(callId);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void observe() {
    sockets.takeArrived().forEach(this::learn);
    synchronized (sockets) {
      sockets.all().forEach(this::observe);
    }
  }

  /** Asks what a descriptor stands for that another program has sent. */
  private void learn(int descriptor) {
    probe
        .kind(descriptor)
        .ifPresent(kind ->
            sockets.passed(descriptor, kind.domain(), kind.type(), probe.cookie(descriptor)));
  }

  /** What TCP has counted is lost with the descriptor: it proves packets that nobody captured. */
  private void observeOnceMore(OpenSocket socket) {
    synchronized (sockets) {
      if (socket.isTcp() && socket.equals(sockets.at(socket.descriptor()))) {
        observe(socket);
      }
    }
  }

  private void observe(OpenSocket socket) {
    SocketView before = socket.lastView();
    if (before == null) {
      guard.tieNew(socket);
      socket.recognize(probe.cookie(socket.descriptor()));
    }
    SocketView now = probe.view(socket.descriptor(), socket.isTcp(), before);
    if (now.equals(before)) {
      return;
    }
    socket.remember(now);
    reporter.report(stamp ->
        now.observed(stamp, socket.id(), socket.descriptor(), socket.type(), socket.cookie()));
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

  private static void awaitEndOfProgram() {
    while (true) {
      LockSupport.park();
    }
  }

  /**
   * Ends the threads, once they have made the calls that they were given. Servers begin no more
   * calls; those that they have begun are reported, or at least their start.
   */
  void end() throws InterruptedException {
    workers.values().forEach(Worker::end);
    watcher.shutdown();
    watcher.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
  }
}
