package socketscope.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketscope.bus.EventBus;
import socketscope.event.Call;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.Place;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.Service;
import socketscope.event.Signal;
import socketscope.event.Stamp;
import socketscope.failure.Failures;
import socketscope.json.Request;
import socketscope.kernel.NetworkFiles;
import socketscope.kernel.UnsupportedKernelException;
import socketscope.lab.RefusedCallException.ProgramNotRunningException;

/** A running experiment: its programs, the calls they make, and everything that was reported. */
public final class Experiment implements AutoCloseable {

  private final String title;
  private final EventBus bus = new EventBus();
  private final Map<String, ProgramProcess> programs = new LinkedHashMap<>();
  private final PendingCalls pending = new PendingCalls();
  private final Children children = new Children();
  private final SocketHolders holders = new SocketHolders();
  private final BlockWatch watch;
  private final Capturing capturing;
  private final ChosenNetwork network;
  private final ExperimentFolder folder = new ExperimentFolder();
  private final SocketPolling observation = new SocketPolling(this::observeRunning);
  private final Watches watches =
      new Watches(bus, this::stampAt, this::files, this::processes, observation);
  private final CallGuard guard;
  private final Signalling signalling = new Signalling(bus::publish, this::stamp);
  private final AtomicLong serial = new AtomicLong();

  /**
   * An experiment of which the packets are captured where that is possible, alone where that is.
   *
   * @param title what is tried, in a word or two
   * @throws UnsupportedKernelException where the calls of this system are not known
   */
  public Experiment(String title) throws UnsupportedKernelException {
    this(title, Capturing.WHERE_POSSIBLE, Place.ALONE);
  }

  /**
   * An experiment without programs. It begins, and says so on the bus, when the first is started.
   *
   * @param title what is tried, in a word or two
   * @param wanted where the programs are to run; where they cannot be alone, they are not
   * @throws UnsupportedKernelException where the calls of this system are not known
   */
  public Experiment(String title, Capturing capturing, Place wanted)
      throws UnsupportedKernelException {
    this.title = title;
    this.capturing = capturing;
    this.network = new ChosenNetwork(wanted);
    this.guard = new CallGuard(folder);
    this.watch = new BlockWatch(this::blocked);
  }

  /** Where every event is published as it is reported; not always in the order of time. */
  public EventBus bus() {
    return bus;
  }

  /**
   * Starts a program of that name, unless it runs already. Returns at once; that the program is
   * ready is an event.
   *
   * @throws ProgramStartException where its process could not be started
   */
  public synchronized void start(String program) throws ProgramStartException {
    Network where = begin();
    ProgramProcess known = programs.get(program);
    if (known == null || !known.isAlive()) {
      ProgramProcess started =
          new ProgramProcess(program, where, folder.path(), this::reported, this::ended);
      programs.put(program, started);
      started.beginReading();
    }
  }

  private Network begin() {
    return network.get(choice -> {
      bus.publish(
          new ExperimentStarted(
              stamp(""),
              title,
              Instant.now(),
              Application.nameAndVersion(),
              Application.system(),
              choice.network().place(),
              choice.reason()));
      watches.start(capturing, choice.network());
    });
  }

  /** Where its programs run; empty before the first is started. */
  public Optional<Place> place() {
    return network.place();
  }

  /**
   * The beginning of a command that runs another one where the programs run, so that they can be
   * looked at from outside; empty where none is needed.
   */
  public List<String> enter() {
    return network.enter();
  }

  private NetworkFiles files() {
    return network.files();
  }

  /**
   * Completes when a program has told that it is ready; exceptionally with {@link
   * ProgramEndedException} where it has ended before, or was never started.
   */
  public CompletableFuture<Void> started(String program) {
    ProgramProcess process = process(program);
    return process == null
        ? CompletableFuture.failedFuture(new ProgramEndedException(program))
        : process.started();
  }

  /** The programs started so far, in order, with those that have ended. */
  public synchronized List<String> programs() {
    return List.copyOf(programs.keySet());
  }

  /**
   * Has a program make a call. Returns at once. Calls on one socket are made one after another.
   *
   * @throws RefusedCallException where it was not even tried, as for an address that is not
   *     loopback
   */
  public PendingCall call(String program, Call call) throws RefusedCallException {
    return call(program, 1, call);
  }

  /**
   * Has a thread of a program make a call, though another thread be blocked in a call on the same
   * socket. Returns at once.
   *
   * @param thread 1, 2 ...; there is one of each number for each socket
   * @throws RefusedCallException where it was not even tried, as for an address that is not
   *     loopback
   */
  public PendingCall call(String program, int thread, Call call) throws RefusedCallException {
    ProgramProcess process = running(program);
    guard.check(program, call, network.placeOrShared());
    PendingCall made = pending.add(program);
    Request request = children.request(network.placeOrShared(), program, made.id(), call, thread);
    watches.whenReady(() -> process.send(request));
    failIfEnded(process);
    return made;
  }

  /**
   * Has a thread of a program make calls one right after another, within microseconds. Returns at
   * once.
   *
   * @param calls none of them fork() or listen()
   * @throws RefusedCallException where one of them, and so none, was even tried
   */
  public List<PendingCall> callsAtOnce(String program, int thread, List<Call> calls)
      throws RefusedCallException {
    ProgramProcess process = running(program);
    for (Call call : calls) {
      guard.check(program, call, network.placeOrShared());
    }
    List<PendingCall> made = calls.stream().map(_ -> pending.add(program)).toList();
    List<Request.MakeCall> requests = new ArrayList<>();
    for (PendingCall one : made) {
      requests.add(new Request.MakeCall(one.id(), calls.get(requests.size()), thread));
    }
    watches.whenReady(() -> process.send(new Request.MakeCalls(requests)));
    failIfEnded(process);
    return made;
  }

  /**
   * Has a program serve the connections of a listener by itself, until accept() fails there.
   * Returns at once. Its calls are reported as all others are.
   *
   * @param listener the descriptor, in that program
   * @return the first call to accept()
   * @throws RefusedCallException where the program does not run
   */
  public PendingCall serve(String program, int listener, Service service)
      throws RefusedCallException {
    ProgramProcess process = running(program);
    PendingCall first = pending.addFirstOfMany(program);
    watches.whenReady(() -> process.send(new Request.Serve(first.id(), listener, service)));
    failIfEnded(process);
    return first;
  }

  private void failIfEnded(ProgramProcess process) {
    if (!process.isAlive()) {
      // It may have ended before it was asked, and its end may have been handled already.
      pending.failAll(process.name());
    }
  }

  private synchronized ProgramProcess running(String program) throws ProgramNotRunningException {
    ProgramProcess process = programs.get(program);
    if (process == null || !process.isAlive()) {
      throw new ProgramNotRunningException(program);
    }
    return process;
  }

  private synchronized @Nullable ProgramProcess process(String program) {
    return programs.get(program);
  }

  /** Interrupts a blocked call: it returns EINTR. Without effect on one that has returned. */
  public void interrupt(long callId) {
    pending
        .programOf(callId)
        .map(this::process)
        .ifPresent(
            process -> watches.whenReady(() -> process.send(new Request.InterruptCall(callId))));
  }

  /**
   * Sends a signal to a program's process. Returns at once.
   *
   * @return completes when the kernel has done what the signal asks for, and the event was
   *     published; exceptionally with {@link ProgramEndedException} where the program does not run.
   *     A program that is stopped is ended by SIGTERM only once it is continued
   */
  public CompletableFuture<Void> send(String program, Signal signal) {
    ProgramProcess process = process(program);
    return process == null
        ? CompletableFuture.failedFuture(new ProgramEndedException(program))
        : signalling.send(process, signal);
  }

  /**
   * Has every program that is not stopped ask the kernel about its sockets; what has changed is
   * published.
   */
  public void observe() {
    all().stream().filter(process -> !process.isKnownStopped()).forEach(ProgramProcess::observe);
  }

  private void observeRunning() {
    all().forEach(signalling::look);
    observe();
  }

  private synchronized List<ProgramProcess> all() {
    return new ArrayList<>(programs.values());
  }

  /**
   * From now on asks so a few times a second, whether anything happens or not, so that what the
   * other side does and what time does can be watched.
   */
  public void keepObserving() {
    observation.begin();
  }

  /** Publishes what an observer of the experiment, such as a lesson's player, has to say. */
  public void publish(Event event) {
    begin();
    bus.publish(event);
  }

  /** The time now, on the clock of the stamps. */
  public Stamp stamp(String program) {
    return new Stamp(System.nanoTime(), program, serial.getAndIncrement());
  }

  private Stamp stampAt(long nanos, String program) {
    return new Stamp(nanos, program, serial.getAndIncrement());
  }

  private Set<Long> processes() {
    return all().stream().map(ProgramProcess::pid).collect(Collectors.toSet());
  }

  /** Tells all who watch. Where one of them fails, the others go on, and so does the call. */
  private void tellWatches(Event event) {
    watches.tell(event);
    Failures.attempt(() -> guard.learn(event));
  }

  private void reported(Event told) {
    if (told instanceof ProgramEnded end) {
      // Of a child of the program that tells it; it is published once its own events were taken.
      Optional.ofNullable(process(end.program())).ifPresent(child -> child.endTold(end));
      return;
    }
    Event identified = holders.identified(told);
    if (!holders.isKnown(identified)) {
      happened(holders.complete(identified));
    }
  }

  private void happened(Event event) {
    if (event instanceof ProgramStarted started && started.parent() != null) {
      born(started, started.parent());
    }
    bus.publish(event);
    tellWatches(event);
    if (event instanceof CallStarted started) {
      pending.begun(started.program(), started.callId());
      watchIfItCanBlock(started);
    } else if (event instanceof CallQueued queued) {
      pending.blocked(queued.callId());
    } else if (event instanceof CallReturned returned) {
      // Before anybody is told of the return, so that the next call comes after the observation.
      observe();
      children.returned(returned.callId());
      pending.returned(returned);
    }
  }

  /** A program has made another one. */
  private synchronized void born(ProgramStarted child, ProgramStarted.Parent parent) {
    ProgramProcess maker = programs.get(parent.program());
    if (maker != null) {
      children
          .born(child, parent.callId(), maker, this::reported, this::ended)
          .ifPresent(process -> {
            programs.put(child.program(), process);
            process.beginReading();
          });
    }
  }

  private void watchIfItCanBlock(CallStarted started) {
    Optional.ofNullable(process(started.program()))
        .flatMap(process -> BlockWatch.Watched.of(started, process.pid()))
        .ifPresent(call -> watch.watch(call, () -> pending.isPending(started.callId())));
  }

  private void blocked(BlockWatch.Watched call, long nanos, String proof) {
    pending
        .programOf(call.callId())
        .ifPresent(program -> {
          bus.publish(new CallBlocked(stampAt(nanos, program), call.callId(), proof));
          observe();
          pending.blocked(call.callId());
        });
  }

  private void ended(ProgramProcess process) {
    children.parentEnded(process, all());
    Event end =
        holders.complete(
            new ProgramEnded(
                stamp(process.name()),
                process.exitStatus(),
                process.signal(),
                process.endExpected()));
    bus.publish(end);
    tellWatches(end);
    pending.failAll(process.name());
    observe();
  }

  /**
   * Ends the programs, and waits until they have ended, what packets must still follow has come,
   * and all events have been delivered.
   */
  @Override
  public void close() {
    List<ProgramProcess> all = all();
    List<Runnable> ends = new ArrayList<>(List.of(observation::close));
    ends.addAll(watches.first());
    ends.addAll(List.of(signalling::close, () -> Children.finish(all), folder::close));
    ends.addAll(watches.last());
    ends.addAll(List.of(watch::close, network::close, bus::close));
    ends.forEach(Failures::attempt);
  }
}
