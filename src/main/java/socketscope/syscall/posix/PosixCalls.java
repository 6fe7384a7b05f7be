package socketscope.syscall.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Objects;
import socketscope.event.Bytes;
import socketscope.event.Call;
import socketscope.event.Errno;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.syscall.Memory;
import socketscope.syscall.PreparedCall;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.SystemTables;

/** The socket calls of Linux and macOS. */
public final class PosixCalls implements SystemCalls {

  private final SystemTables tables;
  private final Arena arena = Arena.ofShared();
  private final Native library;
  private final boolean silent;

  private PosixCalls(SystemTables tables, boolean silent) {
    this.tables = tables;
    this.silent = silent;
    this.library = new Native(arena, silent);
  }

  /** The calls for one thread. */
  public PosixCalls(SystemTables tables) {
    this(tables, false);
  }

  /**
   * Calls that do all but what they say: in place of each, a function of the same shape is called
   * that asks for nothing. Whoever makes each of them once finds the real ones warm.
   */
  public static PosixCalls silent(SystemTables tables) {
    return new PosixCalls(tables, true);
  }

  /** Makes harmless calls, until the user's need not wait for Java to compile what makes them. */
  public void rehearse() {
    library.rehearse();
  }

  @Override
  public Result make(Call call) {
    if (call.function() == Function.FORK && !silent) {
      throw new IllegalArgumentException("a process with one thread is no Java program");
    }
    Arena own = Arena.ofConfined();
    try (NativeArguments arguments = new NativeArguments(call, tables, library, own)) {
      return arguments.answer(made(call.function(), arguments.values()));
    }
  }

  @Override
  public PreparedCall prepare(Call call) {
    return new PreparedPosixCall(call, tables, library);
  }

  private Result made(Function function, long... arguments) {
    long value = library.make(function, arguments);
    return value == -1
        ? Result.failed(Errno.of(library.errno(), tables.constants()))
        : Result.of(value);
  }

  @Override
  public Result fork(List<String> command, List<Integer> descriptors) {
    try (Arena call = Arena.ofConfined()) {
      MemorySegment child = call.allocate(ValueLayout.JAVA_INT);
      int size = Objects.requireNonNull(tables.layouts()).spawnActions();
      int error = new Spawn(call, library, size).make(command, descriptors, child, silent);
      return error == 0
          ? Result.of(child.get(ValueLayout.JAVA_INT, 0))
          : Result.failed(Errno.of(error, tables.constants()));
    }
  }

  @Override
  public Result socket(int domain, int type, int protocol) {
    return made(Function.SOCKET, domain, type, protocol);
  }

  @Override
  public Result bind(int descriptor, SocketAddress address) {
    Bytes encoded = Bytes.copyOf(tables.addresses().encode(address));
    return reading(
        encoded, memory -> made(Function.BIND, descriptor, memory.address(), encoded.length()));
  }

  @Override
  public Result send(int descriptor, Bytes data, int flags) {
    return reading(
        data, memory -> made(Function.SEND, descriptor, memory.address(), data.length(), flags));
  }

  @Override
  public Result recv(int descriptor, long size, int flags) {
    try (Arena call = Arena.ofConfined();
        Buffer buffer = new Buffer(library, call, Memory.room(size))) {
      Result result = made(Function.RECV, descriptor, buffer.memory().address(), size, flags);
      return result.failed() ? result : result.withData(buffer.first(result.value()));
    }
  }

  @Override
  public Result close(int descriptor) {
    return made(Function.CLOSE, descriptor);
  }

  @Override
  public Result getsockname(int descriptor) {
    return named(Function.GETSOCKNAME, descriptor);
  }

  @Override
  public Result getpeername(int descriptor) {
    return named(Function.GETPEERNAME, descriptor);
  }

  private Result named(Function function, int descriptor) {
    int size = tables.addresses().storageSize();
    return writing(
        size,
        (memory, length) -> made(function, descriptor, memory.address(), length.address()),
        (result, written) ->
            result.withAddress(
                tables.addresses().decode(written.toArray(), (int) result.length())));
  }

  @Override
  public Result getsockopt(int descriptor, int level, int option, int size) {
    return writing(
        size,
        (memory, length) ->
            made(
                Function.GETSOCKOPT, descriptor, level, option, memory.address(), length.address()),
        Result::withData);
  }

  @Override
  public Result setsockopt(int descriptor, int level, int option, Bytes value) {
    return reading(
        value,
        memory ->
            made(Function.SETSOCKOPT, descriptor, level, option, memory.address(), value.length()));
  }

  @Override
  public Result ioctl(int descriptor, int operation) {
    try (Arena call = Arena.ofConfined()) {
      MemorySegment value = call.allocate(ValueLayout.JAVA_LONG);
      Result result =
          made(Function.IOCTL, descriptor, Integer.toUnsignedLong(operation), value.address());
      return result.failed() ? result : result.withData(bytes(value, Integer.BYTES));
    }
  }

  /** A call that reads memory. */
  private static Result reading(
      Bytes content, java.util.function.Function<MemorySegment, Result> made) {
    try (Arena call = Arena.ofConfined()) {
      return made.apply(call.allocateFrom(ValueLayout.JAVA_BYTE, content.toArray()));
    }
  }

  /** A call that writes memory, and into a length how much there was. */
  private interface Writing {
    Result into(MemorySegment memory, MemorySegment length);
  }

  /** What is made of the bytes that it wrote. */
  private interface Taken {
    Result into(Result result, Bytes written);
  }

  private static Result writing(int room, Writing made, Taken taken) {
    try (Arena call = Arena.ofConfined()) {
      MemorySegment memory = call.allocate(room, Long.BYTES);
      MemorySegment length = call.allocateFrom(ValueLayout.JAVA_INT, room);
      Result result = made.into(memory, length);
      if (result.failed()) {
        return result;
      }
      int told = length.get(ValueLayout.JAVA_INT, 0);
      return taken.into(result.withLength(told), bytes(memory, Math.clamp(told, 0, room)));
    }
  }

  private static Bytes bytes(MemorySegment memory, int count) {
    return Bytes.copyOf(memory.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE));
  }

  @Override
  public long entered() {
    return library.entered();
  }

  @Override
  public long left() {
    return library.left();
  }

  @Override
  public void close() {
    arena.close();
  }
}
