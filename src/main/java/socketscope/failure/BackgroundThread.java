package socketscope.failure;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thread for tasks, now or later. Java's own executors keep what a scheduled task throws in a
 * future that nobody asks; here it is reported, and the next task is run. The application does not
 * wait for it when it ends, and tasks given to it after its end are dropped.
 */
public final class BackgroundThread extends ScheduledThreadPoolExecutor {

  private static final long GRACE_SECONDS = 2;

  /** A thread of that name, which is started with its first task. */
  public BackgroundThread(String name) {
    super(1, Thread.ofPlatform().daemon().name(name).factory(), new DiscardPolicy());
    setRemoveOnCancelPolicy(true);
    setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Reports what a task threw, which {@link ThreadPoolExecutor#afterExecute} is made for. */
  @Override
  protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
    super.afterExecute(task, thrown);
    if (task instanceof Future<?> future && future.state() == Future.State.FAILED) {
      Failures.report(future.exceptionNow());
    }
  }

  /** Drops the tasks that wait, and lets that end which is being done, for a moment. */
  @Override
  public void close() {
    shutdown();
    try {
      awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
