package socketscope.syscall.posix;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import socketscope.event.Function;

/**
 * The downcall handles of the system calls that users make, one for each shape. Each takes the
 * function's address, the errno segment, then one {@code long} for each parameter in C, and gives a
 * {@code long}.
 *
 * <p>An int in a parameter of eight bytes is passed as an int is by every calling convention that
 * is in use (System V, AAPCS64, Apple's, Microsoft's): in the lower half of the same register or
 * stack slot; whoever reads the answer of a function that returns an int cuts it to one. So all
 * calls with the same number of parameters have one shape, and what Java has linked and compiled
 * for one of them it has for all. docs/decisions/native-calls-through-ffm.md says what that brings.
 */
final class SystemCallHandles {

  static final MethodHandle NONE = link(0);
  static final MethodHandle ONE = link(1);
  static final MethodHandle TWO = link(2);
  static final MethodHandle THREE = link(3);
  static final MethodHandle FOUR = link(4);
  static final MethodHandle FIVE = link(5);
  static final MethodHandle SIX = link(6);

  /** Two parameters, and one that has no type in C: fcntl(2), ioctl(2). */
  static final MethodHandle TWO_AND_VARIADIC = link(3, Linker.Option.firstVariadicArg(2));

  /** What stands for the parameters after the last one that has a type. */
  private static final String VARIADIC = "...";

  /** A function of the C library that enters no kernel, changes nothing and cannot fail. */
  private static final MemorySegment HARMLESS = address("labs");

  private static final Map<Function, MemorySegment> ADDRESSES = new ConcurrentHashMap<>();

  private SystemCallHandles() {}

  /** Where the function is. */
  static MemorySegment address(Function function) {
    return ADDRESSES.computeIfAbsent(function, known -> address(known.cName()));
  }

  /** Where labs(3) is: nothing comes of it, whatever it is given, and strace(1) never sees it. */
  static MemorySegment harmless() {
    return HARMLESS;
  }

  private static MemorySegment address(String symbol) {
    return Linker.nativeLinker().defaultLookup().findOrThrow(symbol);
  }

  /** Whether the function returns an int, as a pid_t is one, and not a ssize_t. */
  static boolean returnsInt(Function function) {
    return function.prototype().startsWith("int ") || function.prototype().startsWith("pid_t ");
  }

  /** Whether its last parameter has no type. */
  static boolean isVariadic(Function function) {
    return function.prototype().contains(VARIADIC);
  }

  private static MethodHandle link(int parameters, Linker.Option... convention) {
    MemoryLayout[] longs = new MemoryLayout[parameters];
    Arrays.fill(longs, JAVA_LONG);
    // x86-64 forgives the absence of firstVariadicArg, Apple's arm64 does not: there, variadic
    // arguments go on the stack.
    List<Linker.Option> options = new ArrayList<>(List.of(convention));
    options.add(Linker.Option.captureCallState("errno"));
    return Linker.nativeLinker()
        .downcallHandle(
            FunctionDescriptor.of(JAVA_LONG, longs), options.toArray(Linker.Option[]::new));
  }
}
