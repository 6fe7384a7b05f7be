package socketscope.lab;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.CallStarted;
import socketscope.event.Function;
import socketscope.failure.BackgroundThread;
import socketscope.kernel.SleepingThread;
import socketscope.kernel.SleepingThread.Sighting;

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
  private final Look look;
  private final Listener listener;

  /** Looks whether the thread of a call sleeps in it. */
  interface Look {
    Sighting at(Watched call);
  }

  /** Is told of blocked calls. */
  interface Listener {
    /**
     * A call was seen to be blocked.
     *
     * @param nanos a moment at which it had not returned: that before the look, since it may return
     *     while it is looked at
     * @param proof see {@link socketscope.event.CallBlocked}
     */
    void blocked(Watched call, long nanos, String proof);
  }

  /** A watch that asks the kernel. */
  BlockWatch(Listener listener) {
    this(
        call -> SleepingThread.look(call.pid(), call.thread(), call.index(), call.argument()),
        listener);
  }

  BlockWatch(Look look, Listener listener) {
    this.look = look;
    this.listener = listener;
  }

  /** Watches a call for as long as {@code pending} says that it has not returned. */
  void watch(Watched call, BooleanSupplier pending) {
    look(call, pending, System.nanoTime(), 250);
  }

  private void look(Watched call, BooleanSupplier pending, long since, long pauseMicros) {
    if (!pending.getAsBoolean()) {
      return;
    }
    long before = System.nanoTime();
    switch (look.at(call)) {
      case BLOCKED -> tell(call, pending, before, "kernel");
      case RUNNING -> lookAgain(call, pending, since, pauseMicros);
      case UNKNOWN -> {
        if (before - since > PATIENCE_NANOS) {
          tell(call, pending, before, "time");
        } else {
          lookAgain(call, pending, since, pauseMicros);
        }
      }
    }
  }

  /** Unless it has returned meanwhile: what was seen may have been the next call. */
  private void tell(Watched call, BooleanSupplier pending, long nanos, String proof) {
    if (pending.getAsBoolean()) {
      listener.blocked(call, nanos, proof);
    }
  }

  private void lookAgain(Watched call, BooleanSupplier pending, long since, long pauseMicros) {
    long next = Math.min(2 * pauseMicros, LONGEST_PAUSE_MICROS);
    var _ =
        clock.schedule(() -> look(call, pending, since, next), pauseMicros, TimeUnit.MICROSECONDS);
  }

  @Override
  public void close() {
    clock.close();
  }
}
