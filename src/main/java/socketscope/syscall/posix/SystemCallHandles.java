package socketscope.syscall.posix;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import socketscope.event.Function;

/**
 * The downcall handles of the system calls that users make. Each takes the errno segment, then one
 * {@code long} for each parameter in C, and gives a {@code long}.
 *
 * <p>An int in a parameter of eight bytes is passed as an int is by every calling convention that
 * is in use (System V, AAPCS64, Apple's, Microsoft's): in the lower half of the same register or
 * stack slot; whoever reads the answer of a function that returns an int cuts it to one. So all
 * calls with the same number of parameters have one shape, which Java links and warms up once.
 * docs/decisions/native-calls-through-ffm.md says what that brings.
 */
final class SystemCallHandles {

  /** What stands for the parameters after the last one that has a type. */
  private static final String VARIADIC = "...";

  /** A function that asks for nothing, changes nothing and cannot fail: getppid(2). */
  private static final String HARMLESS = "getppid";

  private static final Map<Function, MethodHandle> REAL = new ConcurrentHashMap<>();
  private static final Map<Function, MethodHandle> REHEARSED = new ConcurrentHashMap<>();

  private SystemCallHandles() {}

  /** The handle of the function itself. */
  static MethodHandle of(Function function) {
    return REAL.computeIfAbsent(function, known -> link(known, known.cName()));
  }

  /** A handle of the same shape that enters the kernel for nothing. */
  static MethodHandle harmless(Function function) {
    // The real one is linked, too: that is what takes long the first time.
    of(function);
    return REHEARSED.computeIfAbsent(function, known -> link(known, HARMLESS));
  }

  /** Whether the function returns an int, as a pid_t is one, and not a ssize_t. */
  static boolean returnsInt(Function function) {
    return function.prototype().startsWith("int ") || function.prototype().startsWith("pid_t ");
  }

  private static MethodHandle link(Function function, String symbol) {
    List<String> parameters = parameters(function);
    MemoryLayout[] longs = new MemoryLayout[parameters.size()];
    Arrays.fill(longs, JAVA_LONG);
    List<Linker.Option> options = new ArrayList<>();
    options.add(Linker.Option.captureCallState("errno"));
    int variadic = function.prototype().contains(VARIADIC) ? parameters.size() - 1 : -1;
    if (variadic >= 0) {
      // x86-64 forgives its absence, Apple's arm64 does not: there, variadic arguments go on the
      // stack.
      options.add(Linker.Option.firstVariadicArg(variadic));
    }
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(symbol),
        FunctionDescriptor.of(JAVA_LONG, longs),
        options.toArray(Linker.Option[]::new));
  }

  private static List<String> parameters(Function function) {
    String prototype = function.prototype();
    String list = prototype.substring(prototype.indexOf('(') + 1, prototype.lastIndexOf(')'));
    return list.equals("void") ? List.of() : List.of(list.split(","));
  }
}
