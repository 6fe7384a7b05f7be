package socketscope.lab;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.CallStarted;
import socketscope.event.Function;
import socketscope.failure.BackgroundThread;
import socketscope.kernel.SleepingThread;

/** Watches calls that have started and not returned, until the kernel says that they sleep. */
final class BlockWatch implements AutoCloseable {

  /**
   * A call that is watched.
   *
   * @param index which of its arguments is known, from 0
   * @param argument that argument
   */
  record Watched(long callId, long pid, long thread, int index, int argument) {

    /**
     * The call of that process; empty where none of its arguments is known as the kernel has it.
     */
    static Optional<Watched> of(CallStarted started, long pid) {
      Call call = started.call();
      Argument first = call.argument(0).orElse(null);
      boolean waits = call.function().waitsFor() == Function.WaitsFor.READINESS;
      if (call.descriptor().isPresent()) {
        return of(started, pid, 0, call.descriptor().getAsInt());
      } else if (first instanceof Argument.Sequence(var elements)) {
        return of(started, pid, 1, elements.size());
      }
      return waits && first instanceof Argument.Number(long number)
          ? of(started, pid, 0, (int) number)
          : Optional.empty();
    }

    private static Optional<Watched> of(CallStarted started, long pid, int index, int argument) {
      return Optional.of(new Watched(started.callId(), pid, started.thread(), index, argument));
    }
  }

  /** Where the system does not say that a thread sleeps, a call this long is taken for blocked. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long LONGEST_PAUSE_MICROS = 50_000;

  private final BackgroundThread clock = new BackgroundThread("block-watch");
  private final BiConsumer<Watched, String> blocked;

  /**
   * A watch.
   *
   * @param blocked is told of a blocked call, with the proof (see {@link
   *     socketscope.event.CallBlocked})
   */
  BlockWatch(BiConsumer<Watched, String> blocked) {
    this.blocked = blocked;
  }

  /** Watches a call for as long as {@code pending} says that it has not returned. */
  void watch(Watched call, java.util.function.BooleanSupplier pending) {
    look(call, pending, System.nanoTime(), 250);
  }

  private void look(
      Watched call, java.util.function.BooleanSupplier pending, long since, long pauseMicros) {
    if (!pending.getAsBoolean()) {
      return;
    }
    switch (SleepingThread.look(call.pid(), call.thread(), call.index(), call.argument())) {
      case BLOCKED -> blocked.accept(call, "kernel");
      case RUNNING -> lookAgain(call, pending, since, pauseMicros);
      case UNKNOWN -> {
        if (System.nanoTime() - since > PATIENCE_NANOS) {
          blocked.accept(call, "time");
        } else {
          lookAgain(call, pending, since, pauseMicros);
        }
      }
    }
  }

  private void lookAgain(
      Watched call, java.util.function.BooleanSupplier pending, long since, long pauseMicros) {
    long next = Math.min(2 * pauseMicros, LONGEST_PAUSE_MICROS);
    var _ =
        clock.schedule(() -> look(call, pending, since, next), pauseMicros, TimeUnit.MICROSECONDS);
  }

  @Override
  public void close() {
    clock.close();
  }
}
