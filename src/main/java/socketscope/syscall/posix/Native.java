package socketscope.syscall.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import socketscope.event.Function;

/**
 * One thread's way into the C library: where errno is captured, and when the latest call entered
 * and left.
 */
final class Native {

  private static final StructLayout CAPTURE = Linker.Option.captureStateLayout();
  private static final long ERRNO_OFFSET =
      CAPTURE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));

  /** How often each shape of a call is rehearsed: HotSpot compiles a method after 256 calls. */
  private static final int REHEARSALS = 300;

  private final MemorySegment capture;
  private final boolean silent;
  private volatile long entered;
  private volatile long left;

  Native(Arena arena) {
    this(arena, false);
  }

  /**
   * A way into the C library, or past it.
   *
   * @param silent whether nothing is called after all: all else is done, once, so that the first
   *     real call need not pay for it
   */
  Native(Arena arena, boolean silent) {
    this(arena.allocate(CAPTURE), silent);
  }

  private Native(MemorySegment capture, boolean silent) {
    this.capture = capture;
    this.silent = silent;
  }

  /** What errno was when the latest call returned. */
  int errno() {
    return capture.get(ValueLayout.JAVA_INT, ERRNO_OFFSET);
  }

  /**
   * Makes a system call of its own and notes when it entered and left the kernel.
   *
   * @param arguments one for each parameter in C
   */
  long call(CFunction function, long... arguments) {
    long value = timed(function.address(), function.isVariadic(), arguments);
    return function.returnsInt() ? (int) value : value;
  }

  /**
   * Makes a user's system call and notes when it entered and left the kernel.
   *
   * @param arguments one for each parameter in C
   * @return what it returned; -1 where it failed, and {@link #errno} says why
   */
  long make(Function function, long[] arguments) {
    MemorySegment address =
        silent ? SystemCallHandles.harmless() : SystemCallHandles.address(function);
    boolean variadic = SystemCallHandles.isVariadic(function.prototype());
    boolean returnsInt = SystemCallHandles.returnsInt(function.prototype());
    // What is between the two looks at the clock has lain idle, and would have to be fetched first.
    timed(SystemCallHandles.harmless(), variadic, arguments);
    long value = timed(address, variadic, arguments);
    if (silent) {
      return 0;
    }
    return returnsInt ? (int) value : value;
  }

  /**
   * Makes calls of both shapes that enter no kernel, so often that Java compiles what is between
   * the two looks at the clock: interpreted, it would take longer than many a call.
   */
  void rehearse() {
    for (int i = 0; i < REHEARSALS; i++) {
      timed(SystemCallHandles.harmless(), false, 0, 0, 0);
      timed(SystemCallHandles.harmless(), true, 0, 0, 0);
    }
  }

  private long timed(MemorySegment function, boolean variadic, long... given) {
    if (given.length > SystemCallHandles.MOST_PARAMETERS) {
      throw new IllegalArgumentException(given.length + " arguments");
    }
    long[] a = Arrays.copyOf(given, SystemCallHandles.MOST_PARAMETERS);
    try {
      return variadic
          ? variadic(function, a[0], a[1], a[2])
          : call(function, a[0], a[1], a[2], a[3], a[4], a[5]);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      // A downcall throws nothing of its own; only a wrong invocation of the handle would end here.
      throw new LinkageError("a system call was called wrongly", e);
    }
  }

  // Between the two looks at the clock stands nothing but the call.

  private long call(MemorySegment function, long a, long b, long c, long d, long e, long f)
      throws Throwable {
    entered = System.nanoTime();
    long value = (long) SystemCallHandles.CALL.invokeExact(function, capture, a, b, c, d, e, f);
    left = System.nanoTime();
    return value;
  }

  private long variadic(MemorySegment function, long a, long b, long c) throws Throwable {
    entered = System.nanoTime();
    long value = (long) SystemCallHandles.VARIADIC.invokeExact(function, capture, a, b, c);
    left = System.nanoTime();
    return value;
  }

  /**
   * Calls a function that is no system call of the user's: it leaves its errno, and the times of
   * the latest call as they are.
   */
  long aside(CFunction function, long... arguments) {
    return new Native(capture, false).call(function, arguments);
  }

  long entered() {
    return entered;
  }

  long left() {
    return left;
  }
}
