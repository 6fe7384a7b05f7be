package socketscope.syscall.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.syscall.Memory;
import socketscope.syscall.Receiver;
import socketscope.syscall.SystemTables;

/**
 * The memory that a call is given, for as long as it lasts, and the answer that it leaves there.
 */
final class Transfer {

  /** A call that writes something and its length. */
  interface WithLength {
    long make(MemorySegment buffer, MemorySegment length);
  }

  /** No option has more bytes than that, unless it is a list without end. */
  static final int LARGEST_OPTION = 1 << 16;

  private final SystemTables tables;
  private final Native library;

  Transfer(SystemTables tables, Native library) {
    this.tables = tables;
    this.library = library;
  }

  /** A call that reads memory. */
  Result giving(Memory memory, ToLongFunction<MemorySegment> call) {
    try (Arena arena = Arena.ofConfined();
        Buffer buffer = new Buffer(library, arena, memory)) {
      return result(call.applyAsLong(buffer.memory()));
    }
  }

  /** A call that writes memory, and returns how much. */
  Result filling(Memory memory, Function<MemorySegment, Result> call) {
    try (Arena arena = Arena.ofConfined();
        Buffer buffer = new Buffer(library, arena, memory)) {
      Result result = call.apply(buffer.memory());
      boolean written = !result.failed() && memory instanceof Memory.Own;
      return written ? result.withData(buffer.first(result.value()).folded()) : result;
    }
  }

  Result receivingAddress(Receiver receiver, WithLength call) {
    return receiving(
        receiver,
        tables.addresses().storageSize(),
        call,
        (result, written) -> result.withAddress(decoded(written, result.length())));
  }

  private @Nullable SocketAddress decoded(Bytes written, long length) {
    return tables.addresses().decode(written.toArray(), (int) length);
  }

  /** A call that writes memory, and into a length how much there was. */
  Result receiving(
      Receiver receiver, int most, WithLength call, BiFunction<Result, Bytes, Result> take) {
    try (Arena arena = Arena.ofConfined()) {
      int size = Math.max(most, Math.min(receiver.room(), LARGEST_OPTION));
      MemorySegment buffer = segment(receiver.buffer(), arena.allocate(size, Long.BYTES));
      MemorySegment room = arena.allocateFrom(ValueLayout.JAVA_INT, receiver.room());
      Result result = result(call.make(buffer, segment(receiver.length(), room)));
      if (result.failed() || receiver.length() != null) {
        return result;
      }
      int told = room.get(ValueLayout.JAVA_INT, 0);
      Result withLength = result.withLength(told);
      if (receiver.buffer() != null) {
        return withLength;
      }
      int written = Math.clamp(told, 0, Math.clamp(receiver.room(), 0, size));
      return take.apply(withLength, bytes(buffer, written));
    }
  }

  private static MemorySegment segment(Memory.@Nullable Nowhere nowhere, MemorySegment own) {
    return nowhere == null ? own : MemorySegment.ofAddress(nowhere.address());
  }

  private static Bytes bytes(MemorySegment memory, int count) {
    return Bytes.copyOf(memory.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE));
  }

  /** What a call returned, with errno where that says that it failed. */
  Result result(long value) {
    if (value != -1) {
      return Result.of(value);
    }
    return Result.failed(tables.errnos().errno(library.errno()));
  }
}
