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
    MethodHandle handle =
        silent ? SystemCallHandles.harmless(function) : SystemCallHandles.of(function);
    long value;
    try {
      entered = System.nanoTime();
      value = invoke(handle, arguments);
      left = System.nanoTime();
    } catch (Throwable e) {
      throw new LinkageError(function + " was called wrongly", e);
    }
    if (silent) {
      return 0;
    }
    return SystemCallHandles.returnsInt(function) ? (int) value : value;
  }

  private long invoke(MethodHandle handle, long[] a) throws Throwable {
    return switch (a.length) {
      case 0 -> (long) handle.invokeExact(capture);
      case 1 -> (long) handle.invokeExact(capture, a[0]);
      case 2 -> (long) handle.invokeExact(capture, a[0], a[1]);
      case 3 -> (long) handle.invokeExact(capture, a[0], a[1], a[2]);
      case 4 -> (long) handle.invokeExact(capture, a[0], a[1], a[2], a[3]);
      case 5 -> (long) handle.invokeExact(capture, a[0], a[1], a[2], a[3], a[4]);
      case 6 -> (long) handle.invokeExact(capture, a[0], a[1], a[2], a[3], a[4], a[5]);
      default -> throw new IllegalArgumentException(a.length + " arguments");
    };
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
