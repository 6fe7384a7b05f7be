package socketscope.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.failure.Failures;
import socketscope.json.EventJson;
import socketscope.json.FailureReport;
import socketscope.json.JsonFormatException;
import socketscope.json.ReadyReport;
import socketscope.json.Request;
import socketscope.kernel.StoppedProcess;

/** A program's process, as the lab holds it: requests go in, events come out. */
final class ProgramProcess {

  static final String MAIN = "socketscope.program.ProgramMain";

  /** The argument of its main method that says that a program has made it by fork(). */
  static final String FORKED = "forked";

  private static final long GRACE_SECONDS = 2;
  private static final int SIGNAL_BASE = 128;

  private final String name;
  private final @Nullable ProgramProcess parent;
  private final Process process;
  private final LinePipe requests;
  private final Thread keeper;
  private final CountDownLatch mayRead = new CountDownLatch(1);
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile boolean endExpected;
  private volatile boolean knownStopped;

  /**
   * Starts the process.
   *
   * @param network where it runs
   * @param folder its current directory; null for that of this application
   * @param reported takes each event, on a thread of this process's own
   * @param ended is told when the process has ended and all its events were taken
   * @throws ProgramStartException where there is no such process now
   */
  ProgramProcess(
      String name,
      Network network,
      @Nullable Path folder,
      Consumer<Event> reported,
      Consumer<ProgramProcess> ended)
      throws ProgramStartException {
    this.name = name;
    this.parent = null;
    CompletableFuture<Process> born = new CompletableFuture<>();
    // The kernel ends a program with the thread that started it, which therefore stays to read.
    keeper =
        Thread.ofPlatform()
            .daemon()
            .name("from-" + name)
            .start(() -> keep(born, network, folder, reported, ended));
    try {
      process = born.join();
    } catch (CompletionException e) {
      throw new ProgramStartException(name, e.getCause() == null ? e : e.getCause());
    }
    requests = new LinePipe(process, "to-" + name);
  }

  /**
   * One that a program has made.
   *
   * @param parent the program that made it
   * @param own the process
   */
  ProgramProcess(
      String name,
      ProgramProcess parent,
      ConnectedProcess own,
      Consumer<Event> reported,
      Consumer<ProgramProcess> ended) {
    this.name = name;
    this.parent = parent;
    process = own;
    keeper =
        Thread.ofPlatform().daemon().name("from-" + name).start(() -> keep(own, reported, ended));
    requests = new LinePipe(process, "to-" + name);
  }

  private void keep(
      CompletableFuture<Process> born,
      Network network,
      @Nullable Path folder,
      Consumer<Event> reported,
      Consumer<ProgramProcess> told) {
    Process own;
    try {
      own = network.start(MAIN, folder, List.of(name, network.place().word()));
    } catch (IOException | RuntimeException | Error e) {
      born.completeExceptionally(e);
      return;
    }
    born.complete(own);
    keep(own, reported, told);
  }

  private void keep(Process own, Consumer<Event> reported, Consumer<ProgramProcess> told) {
    try {
      mayRead.await();
      read(own, reported);
      own.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Failures.attempt(() -> told.accept(this));
    started.completeExceptionally(new ProgramEndedException(name));
    ended.complete(null);
  }

  void beginReading() {
    mayRead.countDown();
  }

  private void read(Process own, Consumer<Event> reported) {
    try (BufferedReader lines = own.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        readEvent(line, reported);
      }
    } catch (IOException e) {
      // The pipe broke; the process's end, awaited next, says the rest.
    }
  }

  private void readEvent(String line, Consumer<Event> reported) {
    try {
      Event event = EventJson.read(line);
      if (!EventOrigin.program(name, event)) {
        return;
      }
      // One event that somebody cannot take must not stop those that follow.
      Failures.attempt(() -> reported.accept(event));
      if (event instanceof ProgramStarted && event.program().equals(name)) {
        started.complete(null);
      }
    } catch (JsonFormatException e) {
      if (ReadyReport.is(line)) {
        started.complete(null);
      }
      // Else a line in which it was killed.
      FailureReport.parse(line)
          .ifPresent(report -> Failures.report(new ProcessFailure(name, report)));
    }
  }

  String name() {
    return name;
  }

  /** The program that made it; null for one that this application has started. */
  @Nullable ProgramProcess parent() {
    return parent;
  }

  /** The program that made it has told how it ended. */
  void endTold(ProgramEnded end) {
    if (process instanceof ConnectedProcess forked) {
      forked.ended(end.exitStatus(), end.signal());
    }
  }

  /** The program that made it has ended. */
  void orphaned() {
    if (process instanceof ConnectedProcess forked) {
      forked.orphaned();
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Completes when the program has told that it is ready; exceptionally where it ended before. */
  CompletableFuture<Void> started() {
    return started;
  }

  /** Completes when the process has ended, and its end was told. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  /** Sends a request; one that the process no longer takes is lost, as its end will say. */
  void send(Request request) {
    requests.send(request.toJson());
  }

  /** Has it ask the kernel about its sockets. */
  void observe() {
    send(new Request.Observe());
  }

  /** Whether the kernel has it stopped at this moment, so that it takes nothing in. */
  boolean isStopped() {
    return StoppedProcess.is(process.pid());
  }

  /** Whether it was stopped when that was last looked at. */
  boolean isKnownStopped() {
    return knownStopped;
  }

  void knowStopped(boolean stopped) {
    knownStopped = stopped;
  }

  boolean endExpected() {
    return endExpected;
  }

  /** Its end is somebody's wish. */
  void expectEnd() {
    endExpected = true;
  }

  /** The signal that ended it, or 0. */
  int signal() {
    int status = process.exitValue();
    return status > SIGNAL_BASE ? status - SIGNAL_BASE : 0;
  }

  int exitStatus() {
    int status = process.exitValue();
    return status > SIGNAL_BASE ? 0 : status;
  }

  /**
   * Ends the program's input; it finishes what it was asked and ends. One that is stopped cannot.
   */
  void finish() {
    endExpected = true;
    requests.end();
    if (isStopped()) {
      process.destroyForcibly();
    }
  }

  /** Waits until the process has ended and all its events were taken. */
  void awaitEnd() {
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      keeper.join();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  void kill() {
    endExpected = true;
    process.destroyForcibly();
  }
}
