package socketscope.syscall;

import java.util.Map;
import java.util.Objects;
import socketscope.event.Signal;

/**
 * Signals, and what is needed to interrupt a blocked call with one: sigaction(2) with a handler
 * that does nothing and without SA_RESTART, then pthread_kill(3); the call returns EINTR.
 *
 * @param interrupt the number of the signal to use: one that neither the JVM nor the C library uses
 * @param size of struct sigaction as the C library's sigaction() takes it, in bytes; bytes that are
 *     not named here are 0
 * @param handler offset of sa_handler, a pointer
 * @param mask offset of sa_mask; all zero is the empty set
 * @param flags offset of sa_flags, an int
 * @param numbers those of the signals that are sent to programs, kill(2)
 * @param parentDeath the operation of prctl(2) that has the kernel send a process a signal when its
 *     parent ends; {@link #NONE} where there is no such thing
 */
public record SignalLayout(
    int interrupt,
    int size,
    int handler,
    int mask,
    int flags,
    Map<Signal, Integer> numbers,
    int parentDeath) {

  /** This system has no such thing. */
  public static final int NONE = -1;

  /** Keeps a copy. */
  public SignalLayout {
    numbers = Map.copyOf(numbers);
  }

  /** What the system calls that signal. */
  public int number(Signal signal) {
    return Objects.requireNonNull(numbers.get(signal));
  }
}
