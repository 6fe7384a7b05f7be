package socketscope.lab;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;
import socketscope.event.ProgramContinued;
import socketscope.event.ProgramStopped;
import socketscope.event.Signal;
import socketscope.event.SignalSent;
import socketscope.event.Stamp;
import socketscope.failure.BackgroundThread;
import socketscope.kernel.Signals;
import socketscope.kernel.UnsupportedKernelException;

/**
 * Sends signals to programs, and publishes that the kernel has stopped or continued one, whoever
 * asked it to.
 */
final class Signalling implements AutoCloseable {

  private final Set<ProgramProcess> killed = ConcurrentHashMap.newKeySet();
  private static final long PAUSE_MICROS = 200;

  private final Consumer<Event> publish;
  private final Function<String, Stamp> stamps;
  private final BackgroundThread thread = new BackgroundThread("signals");
  private @Nullable Signals signals;

  Signalling(Consumer<Event> publish, Function<String, Stamp> stamps) {
    this.publish = publish;
    this.stamps = stamps;
  }

  /**
   * Sends a signal. Returns at once.
   *
   * @return completes when the kernel has done what the signal asks for
   */
  CompletableFuture<Void> send(ProgramProcess process, Signal signal) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    thread.execute(() -> ending(done, () -> send(process, signal, done)));
    return done;
  }

  /** Whoever waits for a signal must not wait for ever where sending it fails. */
  private static void ending(CompletableFuture<Void> done, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      done.completeExceptionally(e);
      throw e;
    }
  }

  private void send(ProgramProcess process, Signal signal, CompletableFuture<Void> done) {
    if (!process.isAlive()) {
      done.completeExceptionally(new ProgramEndedException(process.name()));
      return;
    }
    switch (signal) {
      case SIGSTOP, SIGCONT -> {
        kill(process, signal);
        await(process, signal == Signal.SIGSTOP, done);
      }
      case SIGTERM, SIGKILL -> {
        process.expectEnd();
        if (signal == Signal.SIGKILL) {
          killed.add(process);
        }
        publish.accept(new SignalSent(stamps.apply(process.name()), signal));
        boolean deferred = signal == Signal.SIGTERM && process.isStopped();
        kill(process, signal);
        if (deferred) {
          done.complete(null);
        }
        var _ = process.ended().thenRun(() -> done.complete(null));
      }
    }
  }

  private void kill(ProgramProcess process, Signal signal) {
    try {
      // The first time, this loads what native calls need: not when the experiment is made.
      if (signals == null) {
        signals = new Signals();
      }
      signals.send(process.pid(), signal);
    } catch (UnsupportedKernelException e) {
      throw new IllegalStateException(e); // there would be no experiment
    }
  }

  private void await(ProgramProcess process, boolean stopped, CompletableFuture<Void> done) {
    look(process);
    if (process.isKnownStopped() == stopped) {
      done.complete(null);
    } else if (!process.isAlive()) {
      done.completeExceptionally(new ProgramEndedException(process.name()));
    } else {
      var _ =
          thread.schedule(
              () -> ending(done, () -> await(process, stopped, done)),
              PAUSE_MICROS,
              TimeUnit.MICROSECONDS);
    }
  }

  /** Looks whether the kernel has stopped or continued a program, and says so where it has. */
  synchronized void look(ProgramProcess process) {
    boolean stopped = process.isStopped();
    // One that dies is not stopped any more, but it does not go on either.
    boolean goesOn = !stopped && !killed.contains(process);
    if (process.isAlive() && (stopped || goesOn) && stopped != process.isKnownStopped()) {
      process.knowStopped(stopped);
      Stamp now = stamps.apply(process.name());
      publish.accept(stopped ? new ProgramStopped(now) : new ProgramContinued(now));
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
