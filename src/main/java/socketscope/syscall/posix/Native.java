package socketscope.syscall.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import socketscope.event.Function;

/**
 * One thread's way into the C library: where errno is captured, and when the latest call entered
 * and left.
 */
final class Native {

  /** A call with its arguments; it is handed its function's handle. */
  interface Invocation {
    long with(MethodHandle handle) throws Throwable;
  }

  private static final StructLayout CAPTURE = Linker.Option.captureStateLayout();
  private static final long ERRNO_OFFSET =
      CAPTURE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));

  /** How often each shape of a call is rehearsed: HotSpot compiles a method after 256 calls. */
  private static final int REHEARSALS = 300;

  private static final int MOST_PARAMETERS = 6;

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
    this.capture = arena.allocate(CAPTURE);
    this.silent = silent;
  }

  /** Where the handles capture errno; the first argument of every invocation. */
  MemorySegment capture() {
    return capture;
  }

  /** What errno was when the latest call returned. */
  int errno() {
    return capture.get(ValueLayout.JAVA_INT, ERRNO_OFFSET);
  }

  /** Makes a system call of its own and notes when it entered and left the kernel. */
  long call(CFunction function, Invocation invocation) {
    MethodHandle handle = function.handle();
    entered = System.nanoTime();
    try {
      return invoke(function, handle, invocation);
    } finally {
      left = System.nanoTime();
    }
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
    boolean variadic = SystemCallHandles.isVariadic(function);
    boolean returnsInt = SystemCallHandles.returnsInt(function);
    // What is between the two looks at the clock has lain idle, and would have to be fetched first.
    timed(SystemCallHandles.harmless(), variadic, arguments);
    long value = timed(address, variadic, arguments);
    if (silent) {
      return 0;
    }
    return returnsInt ? (int) value : value;
  }

  /**
   * Makes calls of every shape that enter no kernel, so often that Java compiles what is between
   * the two looks at the clock: interpreted, it would take longer than many a call.
   */
  void rehearse() {
    MemorySegment harmless = SystemCallHandles.harmless();
    for (int i = 0; i < REHEARSALS; i++) {
      for (int parameters = 0; parameters <= MOST_PARAMETERS; parameters++) {
        timed(harmless, false, new long[parameters]);
      }
      timed(harmless, true, new long[3]);
    }
  }

  private long timed(MemorySegment function, boolean variadic, long[] a) {
    try {
      if (variadic) {
        return twoAndVariadic(function, a[0], a[1], a[2]);
      }
      return switch (a.length) {
        case 0 -> none(function);
        case 1 -> one(function, a[0]);
        case 2 -> two(function, a[0], a[1]);
        case 3 -> three(function, a[0], a[1], a[2]);
        case 4 -> four(function, a[0], a[1], a[2], a[3]);
        case 5 -> five(function, a[0], a[1], a[2], a[3], a[4]);
        case 6 -> six(function, a[0], a[1], a[2], a[3], a[4], a[5]);
        default -> throw new IllegalArgumentException(a.length + " arguments");
      };
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      // A downcall throws nothing of its own; only a wrong invocation of the handle would end here.
      throw new LinkageError("a system call was called wrongly", e);
    }
  }

  // Between the two looks at the clock stands nothing but the call.

  private long none(MemorySegment function) throws Throwable {
    entered = System.nanoTime();
    long value = (long) SystemCallHandles.NONE.invokeExact(function, capture);
    left = System.nanoTime();
    return value;
  }

  private long one(MemorySegment function, long a) throws Throwable {
    entered = System.nanoTime();
    long value = (long) SystemCallHandles.ONE.invokeExact(function, capture, a);
    left = System.nanoTime();
    return value;
  }

  private long two(MemorySegment function, long a, long b) throws Throwable {
    entered = System.nanoTime();
    long value = (long) SystemCallHandles.TWO.invokeExact(function, capture, a, b);
    left = System.nanoTime();
    return value;
  }

  private long three(MemorySegment function, long a, long b, long c) throws Throwable {
    entered = System.nanoTime();
    long value = (long) SystemCallHandles.THREE.invokeExact(function, capture, a, b, c);
    left = System.nanoTime();
    return value;
  }

  private long twoAndVariadic(MemorySegment function, long a, long b, long c) throws Throwable {
    entered = System.nanoTime();
    long value = (long) SystemCallHandles.TWO_AND_VARIADIC.invokeExact(function, capture, a, b, c);
    left = System.nanoTime();
    return value;
  }

  private long four(MemorySegment function, long a, long b, long c, long d) throws Throwable {
    entered = System.nanoTime();
    long value = (long) SystemCallHandles.FOUR.invokeExact(function, capture, a, b, c, d);
    left = System.nanoTime();
    return value;
  }

  private long five(MemorySegment function, long a, long b, long c, long d, long e)
      throws Throwable {
    entered = System.nanoTime();
    long value = (long) SystemCallHandles.FIVE.invokeExact(function, capture, a, b, c, d, e);
    left = System.nanoTime();
    return value;
  }

  private long six(MemorySegment function, long a, long b, long c, long d, long e, long f)
      throws Throwable {
    entered = System.nanoTime();
    long value = (long) SystemCallHandles.SIX.invokeExact(function, capture, a, b, c, d, e, f);
    left = System.nanoTime();
    return value;
  }

  /** Calls a function that is no system call of the user's. */
  static long aside(CFunction function, Invocation invocation) {
    return invoke(function, function.handle(), invocation);
  }

  private static long invoke(CFunction function, MethodHandle handle, Invocation invocation) {
    try {
      return invocation.with(handle);
    } catch (Throwable e) {
      // A downcall throws nothing of its own; only a wrong invocation of the handle would end here.
      throw new LinkageError(function + " was called wrongly", e);
    }
  }

  long entered() {
    return entered;
  }

  long left() {
    return left;
  }
}
