package socketscope.syscall.local;

import socketscope.syscall.PacketCalls;
import socketscope.syscall.PacketSocketLayout;
import socketscope.syscall.Processes;
import socketscope.syscall.SignalLayout;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.SystemTables;
import socketscope.syscall.Threads;
import socketscope.syscall.posix.PosixCalls;
import socketscope.syscall.posix.PosixPacketCalls;
import socketscope.syscall.posix.PosixProcesses;
import socketscope.syscall.posix.PosixThreads;

/** The system that this process runs on: its tables, and its calls. */
public final class LocalSystem {

  private final SystemTables tables;
  private final PosixThreads threads;
  private final boolean silent;

  private LocalSystem(SystemTables tables, PosixThreads threads, boolean silent) {
    this.tables = tables;
    this.threads = threads;
    this.silent = silent;
  }

  /**
   * The system of this process.
   *
   * @throws UnsupportedSystemException where its calls cannot be made yet
   */
  public LocalSystem() throws UnsupportedSystemException {
    tables = Systems.current();
    SignalLayout signals = tables.signals();
    if (signals == null) {
      throw new UnsupportedSystemException(tables.system(), System.getProperty("os.arch"));
    }
    threads = new PosixThreads(signals);
    silent = false;
  }

  /** Its constants and layouts. */
  public SystemTables tables() {
    return tables;
  }

  /** Its calls, for one thread. */
  public SystemCalls newCalls() {
    return silent ? PosixCalls.silent(tables) : new PosixCalls(tables);
  }

  /**
   * The calls that a packet socket is read with, for one thread.
   *
   * @param layout that of the tables, where this system has packet sockets
   * @param size how many bytes of a packet there is room for
   */
  public PacketCalls newPacketCalls(PacketSocketLayout layout, int size) {
    return new PosixPacketCalls(tables, layout, size);
  }

  /**
   * The same system with calls that do everything but enter the kernel; each answers 0. No thread
   * is sent a signal.
   */
  public LocalSystem silent() {
    return new LocalSystem(tables, threads, true);
  }

  /** Makes harmless calls, until the user's need not wait for Java to compile what makes them. */
  public void rehearseCalls() {
    try (PosixCalls calls = PosixCalls.silent(tables)) {
      calls.rehearse();
    }
  }

  /** Its processes. */
  public Processes processes() {
    PosixProcesses processes = new PosixProcesses(tables);
    return silent ? processes.silent() : processes;
  }

  /** Its threads. */
  public Threads threads() {
    return silent ? threads.silent() : threads;
  }

  /** Makes {@link Threads#interrupt} harmless to everything but a blocked call. */
  public void prepareInterrupts() {
    threads.prepareInterrupts();
  }
}
