package socketscope.syscall;

import socketscope.syscall.posix.PosixCalls;
import socketscope.syscall.posix.PosixThreads;

/** The system that this process runs on: its tables, and its calls. */
public final class LocalSystem {

  private final SystemTables tables;
  private final PosixThreads threads;

  /**
   * The system of this process.
   *
   * @throws UnsupportedSystemException where its calls cannot be made yet
   */
  public LocalSystem() throws UnsupportedSystemException {
    tables = Systems.current();
    SignalLayout signals = tables.signals();
    if (signals == null) {
      throw new UnsupportedSystemException(tables.system(), "signals");
    }
    threads = new PosixThreads(signals);
  }

  /** Its constants and layouts. */
  public SystemTables tables() {
    return tables;
  }

  /** Its calls, for one thread. */
  public SystemCalls newCalls() {
    return new PosixCalls(tables);
  }

  /** Calls that do everything but enter the kernel, to be made once before the first real ones. */
  public SystemCalls silentCalls() {
    return PosixCalls.silent(tables);
  }

  /** Its threads. */
  public Threads threads() {
    return threads;
  }

  /** Makes {@link Threads#interrupt} harmless to everything but a blocked call. */
  public void prepareInterrupts() {
    threads.prepareInterrupts();
  }
}
