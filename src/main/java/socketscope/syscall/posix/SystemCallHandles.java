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
 * The downcall handles of all calls of the C library: one, and one for functions with parameters
 * that have no type. Each takes the function's address, the errno segment, then {@code long}s, and
 * gives a {@code long}.
 *
 * <p>An int in a parameter of eight bytes is passed as an int is by every calling convention that
 * is in use (System V, AAPCS64, Apple's, Microsoft's): in the lower half of the same register or
 * stack slot; whoever reads the answer of a function that returns an int cuts it to one. Arguments
 * that a function does not have lie where it never looks, and the caller takes them away. So all
 * calls have one shape, and what Java has linked and compiled for one of them it has for all.
 * docs/decisions/native-calls-through-ffm.md says what that brings.
 */
final class SystemCallHandles {

  static final int MOST_PARAMETERS = 6;

  /** Up to six parameters. */
  static final MethodHandle CALL = link(MOST_PARAMETERS);

  /** Two parameters, and one that has no type in C: fcntl(2), ioctl(2), open(2). */
  static final MethodHandle VARIADIC = link(3, Linker.Option.firstVariadicArg(2));

  /** What stands for the parameters after the last one that has a type. */
  private static final String UNTYPED = "...";

  private static final List<String> INTS = List.of("int ", "unsigned int ", "pid_t ");

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

  /** Where the function of that name is. */
  static MemorySegment address(String symbol) {
    return Linker.nativeLinker().defaultLookup().findOrThrow(symbol);
  }

  /** Whether the function returns an int, as a pid_t is one, and not a ssize_t. */
  static boolean returnsInt(String prototype) {
    return INTS.stream().anyMatch(prototype::startsWith);
  }

  /** Whether its last parameter has no type. */
  static boolean isVariadic(String prototype) {
    return prototype.contains(UNTYPED);
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
