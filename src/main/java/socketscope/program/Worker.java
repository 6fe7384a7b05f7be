package socketscope.program;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The thread that makes the calls on one socket, one after another. It lives as long as the
 * process: a signal must never be sent to a thread that is gone.
 */
final class Worker {

  private final Caller caller;
  private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
  private @Nullable CallTask last;
  private int outstanding;

  Worker(String name, Caller caller) {
    this.caller = caller;
    Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  /** Calls to be made. */
  private interface Work {
    /**
     * Makes them.
     *
     * @param over is told that all have returned, before that is reported
     */
    void make(Runnable over);
  }

  private static final Work END = _ -> {};

  /** What its thread does. */
  Caller caller() {
    return caller;
  }

  /**
   * Takes a task on.
   *
   * @return the earlier task that it has to wait for; null where there is none
   */
  @Nullable CallTask add(CallTask task) {
    return add(List.of(task), over -> caller.make(task, over));
  }

  /**
   * Takes tasks on that are made one right after another.
   *
   * @return the earlier task that they have to wait for; null where there is none
   */
  @Nullable CallTask add(CallsWithoutPause sequence) {
    return add(sequence.tasks(), sequence::make);
  }

  private synchronized @Nullable CallTask add(List<CallTask> tasks, Work work) {
    CallTask before = outstanding > 0 ? last : null;
    if (before != null) {
      tasks.forEach(CallTask::mustWait);
    }
    outstanding++;
    last = tasks.getLast();
    queue.add(work);
    return before;
  }

  /** Lets the thread end after the tasks that it has. */
  void end() {
    queue.add(END);
  }

  private synchronized void finished() {
    outstanding--;
  }

  private void run() {
    caller.begin();
    try {
      for (Work work = queue.take(); !work.equals(END); work = queue.take()) {
        work.make(this::finished);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
