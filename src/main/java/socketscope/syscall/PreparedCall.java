package socketscope.syscall;

import socketscope.event.Result;

/**
 * A call whose arguments lie in memory. It is made once, by the thread whose {@link SystemCalls}
 * has prepared it; what became of it may be asked by any thread that knows that it was made.
 */
public interface PreparedCall extends AutoCloseable {

  /** Makes it. */
  void make();

  /** What it answered. */
  Result result();

  /** The moment before it entered the kernel, in nanoseconds of {@link System#nanoTime}. */
  long entered();

  /** The moment after it came back. */
  long left();

  /** Frees the memory. */
  @Override
  void close();
}
