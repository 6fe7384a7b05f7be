package socketscope.program;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import socketscope.event.Argument.Descriptor;
import socketscope.event.Call;
import socketscope.event.Function;

/**
 * The thread that makes the calls on one socket, one after another. It lives as long as the
 * process: a signal must never be sent to a thread that is gone.
 */
final class Worker {

  private static final long END = -1;

  private final Caller caller;
  private final BlockingQueue<CallTask> tasks = new LinkedBlockingQueue<>();
  private @Nullable CallTask last;
  private int outstanding;

  Worker(String name, Caller caller) {
    this.caller = caller;
    Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  /** What its thread does. */
  Caller caller() {
    return caller;
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
    caller.begin();
    try {
      for (CallTask task = tasks.take(); task.callId() != END; task = tasks.take()) {
        caller.make(task, this::finished);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
