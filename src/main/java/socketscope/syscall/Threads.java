package socketscope.syscall;

import socketscope.event.Signal;

/** What this process and its threads are to the system, and how a blocked one is woken. */
public interface Threads {

  /** getpid(2). */
  long processId();

  /** gettid(2): the kernel's number of the calling thread, as {@code strace -f} shows it. */
  long threadId();

  /** pthread_self(3): what {@link #interrupt} wants; valid as long as the thread lives. */
  long self();

  /**
   * Sends the thread a signal that does nothing but end a blocked system call with EINTR. The
   * thread may not have entered its call yet: repeat until the call has returned.
   *
   * @param self of a thread that still lives
   */
  void interrupt(long self);

  /** kill(2): sends a signal to a process. Without effect on one that has ended. */
  void kill(long process, Signal signal);

  /** Has the kernel end this process with its parent, though it be stopped then; see prctl(2). */
  void endWithParent();
}
