package socketscope.program;

import java.util.ArrayList;
import java.util.List;
import socketscope.syscall.PreparedCall;

/**
 * Calls that one thread makes one right after another. All are prepared before the first is made,
 * and reported after the last; where one of them takes longer than a moment, another thread reports
 * what has happened until then.
 */
final class CallsWithoutPause {

  private final Caller caller;
  private final List<CallTask> tasks;

  /** Filled by the worker before the first call; read by others after {@link #returned} grew. */
  private final List<PreparedCall> calls = new ArrayList<>();

  private final List<Boolean> kept = new ArrayList<>();
  private volatile int returned;
  private int reported;

  CallsWithoutPause(Caller caller, List<CallTask> tasks) {
    this.caller = caller;
    this.tasks = List.copyOf(tasks);
  }

  List<CallTask> tasks() {
    return tasks;
  }

  /**
   * Makes them.
   *
   * @param over is told that the last one has returned, before that is reported
   */
  void make(Runnable over) {
    for (CallTask task : tasks) {
      calls.add(caller.prepared(task));
      kept.add(caller.prepare(task));
    }
    for (int i = 0; i < calls.size(); i++) {
      make(i);
    }
    over.run();
    reportReturned();
    calls.forEach(PreparedCall::close);
  }

  private void make(int index) {
    CallTask task = tasks.get(index);
    caller.enter(task);
    calls.get(index).make();
    caller.returned();
    returned = index + 1;
  }

  private synchronized void reportReturned() {
    for (; reported < returned; reported++) {
      caller.report(tasks.get(reported), kept.get(reported), calls.get(reported));
    }
  }

  /** Waits until all have returned and were reported, as long as that takes no longer. */
  boolean awaitReturn(long milliseconds) throws InterruptedException {
    return tasks.getLast().awaitReturn(milliseconds);
  }

  /**
   * Reports what has happened while one of them is in the kernel.
   *
   * @return false where none is there at this moment
   */
  synchronized boolean reportUnderWay() {
    reportReturned();
    int now = returned;
    return now < tasks.size() && caller.reportStartOf(tasks.get(now), () -> returned == now);
  }
}
