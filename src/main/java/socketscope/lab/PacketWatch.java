package socketscope.lab;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;
import socketscope.failure.Failures;

/** The capture of an experiment: no call is made before it is known how packets are captured. */
final class PacketWatch {

  /** How long the first call waits for it. */
  private static final long PATIENCE_SECONDS = 5;

  private final Gate gate = new Gate();
  private final Consumer<Event> publish;
  private final Function<String, Stamp> stamps;
  private volatile CompletableFuture<@Nullable CaptureProcess> process =
      CompletableFuture.completedFuture(null);

  PacketWatch(Consumer<Event> publish, Function<String, Stamp> stamps) {
    this.publish = publish;
    this.stamps = stamps;
  }

  /** Starts to capture. Returns at once: to start a process takes a while, and others start too. */
  void start(Capturing capturing, Network network) {
    if (capturing == Capturing.OFF) {
      none("capture=off");
    } else {
      process =
          CompletableFuture.supplyAsync(() -> newProcess(network), PacketWatch::onThreadOfItsOwn);
      CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(gate::open);
    }
  }

  private static void onThreadOfItsOwn(Runnable task) {
    Thread.ofPlatform().daemon().name("start-capture").start(task);
  }

  private @Nullable CaptureProcess newProcess(Network network) {
    try {
      return new CaptureProcess(network, this::reported, stamps);
    } catch (IOException e) {
      none("process=none");
      return null;
    } catch (RuntimeException | Error e) {
      Failures.report(e);
      none("process=none");
      return null;
    }
  }

  private void none(String reason) {
    publish.accept(new CaptureStarted(stamps.apply(""), CaptureMethod.NONE, reason));
    gate.open();
  }

  private void reported(Event event) {
    publish.accept(event);
    if (event instanceof CaptureStarted) {
      gate.open();
    }
  }

  /** Does it once it is known how packets are captured, or after a while in any case. */
  void whenReady(Runnable action) {
    gate.pass(action);
  }

  /** Passes on what says whose packets are whose. */
  void tell(Event event) {
    boolean telling =
        switch (event) {
          case CallStarted _, CallReturned _, SocketObserved _, ProgramEnded _ -> true;
          case ProgramStarted started -> started.parent() != null;
          default -> false;
        };
    CaptureProcess told = telling ? process.join() : null;
    if (told != null) {
      told.tell(event);
    }
  }

  /** Ends the capture, after what must still follow. */
  void finish() {
    CaptureProcess ending = process.join();
    if (ending != null) {
      ending.finish();
    }
  }
}
