package socketscope.event;

/** A signal that can be sent to a program: kill(2), signal(7). */
public enum Signal {
  /** Stops the process until SIGCONT; it can neither be caught nor ignored. */
  SIGSTOP,
  /** Has a stopped process go on. */
  SIGCONT,
  /** Asks the process to end, as {@code kill} does; one that is stopped hears of it later. */
  SIGTERM,
  /** Ends the process at once, stopped or not; it can neither be caught nor ignored. */
  SIGKILL
}
