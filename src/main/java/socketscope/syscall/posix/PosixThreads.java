package socketscope.syscall.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import socketscope.event.Signal;
import socketscope.syscall.SignalLayout;
import socketscope.syscall.Threads;

/** Processes, threads and signals of Linux and macOS. */
public final class PosixThreads implements Threads {

  private final SignalLayout signals;
  private final boolean hasGettid;

  /**
   * Makes the interrupting signal harmless: its handler is the C library's abs(), a function of one
   * int that changes nothing (a handler written in Java would crash the JVM), and without
   * SA_RESTART the interrupted call ends with EINTR (sigaction(2), signal(7)).
   */
  public PosixThreads(SignalLayout signals) {
    this.signals = signals;
    this.hasGettid = Linker.nativeLinker().defaultLookup().find("gettid").isPresent();
  }

  /**
   * The same threads, of which none is ever sent a signal: a thread that has ended may have left
   * its identity to another, whose call would then be interrupted.
   */
  public Threads silent() {
    PosixThreads real = this;
    return new Threads() {
      @Override
      public long processId() {
        return real.processId();
      }

      @Override
      public long threadId() {
        return real.threadId();
      }

      @Override
      public long self() {
        return real.self();
      }

      @Override
      public void interrupt(long self) {
        CFunction.PTHREAD_KILL.address();
      }

      @Override
      public void kill(long process, Signal signal) {
        CFunction.KILL.address();
      }

      @Override
      public void endWithParent() {
        real.endWithParent();
      }
    };
  }

  /** Sets the handler up. Needed once, before the first {@link #interrupt}. */
  public void prepareInterrupts() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment action = arena.allocate(signals.size(), Long.BYTES);
      MemorySegment handler = Linker.nativeLinker().defaultLookup().findOrThrow("abs");
      action.set(ValueLayout.ADDRESS, signals.handler(), handler);
      Native library = new Native(arena);
      library.aside(CFunction.SIGACTION, signals.interrupt(), action.address(), 0);
    }
  }

  @Override
  public long processId() {
    try (Arena arena = Arena.ofConfined()) {
      Native library = new Native(arena);
      return library.aside(CFunction.GETPID);
    }
  }

  @Override
  public long threadId() {
    try (Arena arena = Arena.ofConfined()) {
      Native library = new Native(arena);
      if (hasGettid) {
        return library.aside(CFunction.GETTID);
      }
      MemorySegment number = arena.allocate(ValueLayout.JAVA_LONG);
      library.aside(CFunction.PTHREAD_THREADID_NP, 0L, number.address());
      return number.get(ValueLayout.JAVA_LONG, 0);
    }
  }

  @Override
  public long self() {
    try (Arena arena = Arena.ofConfined()) {
      Native library = new Native(arena);
      return library.aside(CFunction.PTHREAD_SELF);
    }
  }

  @Override
  public void interrupt(long self) {
    try (Arena arena = Arena.ofConfined()) {
      Native library = new Native(arena);
      library.aside(CFunction.PTHREAD_KILL, self, signals.interrupt());
    }
  }

  @Override
  public void kill(long process, Signal signal) {
    try (Arena arena = Arena.ofConfined()) {
      Native library = new Native(arena);
      library.aside(CFunction.KILL, process, signals.number(signal));
    }
  }

  @Override
  public void endWithParent() {
    if (signals.parentDeath() == SignalLayout.NONE) {
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      Native library = new Native(arena);
      library.aside(
          CFunction.PRCTL, signals.parentDeath(), signals.number(Signal.SIGKILL), 0, 0, 0);
    }
  }
}
