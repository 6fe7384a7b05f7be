package socketscope.kernel;

import socketscope.event.Signal;
import socketscope.syscall.local.LocalSystem;
import socketscope.syscall.local.UnsupportedSystemException;

/** Sends signals to processes: kill(2). */
public final class Signals {

  private final LocalSystem system;

  /**
   * Those of this system.
   *
   * @throws UnsupportedKernelException where it has none, or they are not known
   */
  public Signals() throws UnsupportedKernelException {
    try {
      system = new LocalSystem();
    } catch (UnsupportedSystemException e) {
      throw new UnsupportedKernelException(e);
    }
  }

  /** Sends a process a signal; without effect where it has ended. */
  public void send(long process, Signal signal) {
    system.threads().kill(process, signal);
  }
}
