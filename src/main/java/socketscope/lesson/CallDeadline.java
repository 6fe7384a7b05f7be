package socketscope.lesson;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import socketscope.lab.ProgramEndedException;

/**
 * Waits for what happens to calls.
 *
 * @param deadline how long a call that should return may take
 */
record CallDeadline(Duration deadline) {

  /**
   * Waits for it.
   *
   * @throws TimeoutException where the deadline has passed
   * @throws ProgramEndedException where it will never come
   */
  <T> T await(CompletableFuture<T> future)
      throws InterruptedException, TimeoutException, ProgramEndedException {
    try {
      return future.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProgramEndedException ended) {
        throw ended;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
