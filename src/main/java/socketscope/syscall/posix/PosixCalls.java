package socketscope.syscall.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.SystemTables;

/** The socket calls of Linux and macOS. */
public final class PosixCalls implements SystemCalls {

  /** A call that takes an address of some length. */
  private interface WithAddress {
    long make(MemorySegment address, int length);
  }

  /** A call that writes an address and its length. */
  private interface WritingAddress {
    long make(MemorySegment address, MemorySegment length);
  }

  /** No request of a socket's or an interface's writes more bytes than that (struct ifreq: 40). */
  private static final long LARGEST_REQUEST = 256;

  private final SystemTables tables;
  private final Arena arena = Arena.ofShared();
  private final Native library;

  private PosixCalls(SystemTables tables, boolean silent) {
    this.tables = tables;
    this.library = new Native(arena, silent);
  }

  /** The calls for one thread. */
  public PosixCalls(SystemTables tables) {
    this(tables, false);
  }

  /** Calls that do all but call: whoever makes each of them once finds the real ones warm. */
  public static PosixCalls silent(SystemTables tables) {
    return new PosixCalls(tables, true);
  }

  @Override
  public Result socket(int domain, int type, int protocol) {
    return result(
        library.call(
            CFunction.SOCKET, h -> (int) h.invokeExact(library.capture(), domain, type, protocol)));
  }

  @Override
  public Result bind(int descriptor, SocketAddress address) {
    return giving(
        address,
        (to, length) ->
            library.call(
                CFunction.BIND,
                h -> (int) h.invokeExact(library.capture(), descriptor, to, length)));
  }

  @Override
  public Result listen(int descriptor, int backlog) {
    return result(
        library.call(
            CFunction.LISTEN, h -> (int) h.invokeExact(library.capture(), descriptor, backlog)));
  }

  @Override
  public Result accept(int descriptor) {
    return writing((peer, length) ->
        library.call(
            CFunction.ACCEPT,
            h -> (int) h.invokeExact(library.capture(), descriptor, peer, length)));
  }

  @Override
  public Result connect(int descriptor, SocketAddress address) {
    return giving(
        address,
        (to, length) ->
            library.call(
                CFunction.CONNECT,
                h -> (int) h.invokeExact(library.capture(), descriptor, to, length)));
  }

  @Override
  public Result send(int descriptor, Bytes data, int flags) {
    try (Arena call = Arena.ofConfined()) {
      MemorySegment bytes = copy(call, data);
      return result(
          library.call(
              CFunction.SEND,
              h ->
                  (long)
                      h.invokeExact(
                          library.capture(), descriptor, bytes, (long) data.length(), flags)));
    }
  }

  @Override
  public Result recv(int descriptor, long size, int flags) {
    return filling(
        size,
        buffer ->
            library.call(
                CFunction.RECV,
                h -> (long) h.invokeExact(library.capture(), descriptor, buffer, size, flags)));
  }

  @Override
  public Result sendto(int descriptor, Bytes data, int flags, SocketAddress address) {
    try (Arena call = Arena.ofConfined()) {
      MemorySegment bytes = copy(call, data);
      long count = data.length();
      return giving(
          address,
          (to, length) ->
              library.call(
                  CFunction.SENDTO,
                  h ->
                      (long)
                          h.invokeExact(
                              library.capture(), descriptor, bytes, count, flags, to, length)));
    }
  }

  @Override
  public Result recvfrom(int descriptor, long size, int flags) {
    try (Arena call = Arena.ofConfined();
        Buffer buffer = new Buffer(library, call, size)) {
      MemorySegment memory = buffer.memory();
      Result result =
          writing((from, length) ->
              library.call(
                  CFunction.RECVFROM,
                  h ->
                      (long)
                          h.invokeExact(
                              library.capture(), descriptor, memory, size, flags, from, length)));
      return result.failed() ? result : result.withData(buffer.first(result.value()));
    }
  }

  @Override
  public Result read(int descriptor, long size) {
    return filling(
        size,
        buffer ->
            library.call(
                CFunction.READ,
                h -> (long) h.invokeExact(library.capture(), descriptor, buffer, size)));
  }

  @Override
  public Result write(int descriptor, Bytes data) {
    try (Arena call = Arena.ofConfined()) {
      MemorySegment bytes = copy(call, data);
      long count = data.length();
      return result(
          library.call(
              CFunction.WRITE,
              h -> (long) h.invokeExact(library.capture(), descriptor, bytes, count)));
    }
  }

  @Override
  public Result shutdown(int descriptor, int how) {
    return result(
        library.call(
            CFunction.SHUTDOWN, h -> (int) h.invokeExact(library.capture(), descriptor, how)));
  }

  @Override
  public Result close(int descriptor) {
    return result(
        library.call(CFunction.CLOSE, h -> (int) h.invokeExact(library.capture(), descriptor)));
  }

  @Override
  public Result getsockname(int descriptor) {
    return writing((name, length) ->
        library.call(
            CFunction.GETSOCKNAME,
            h -> (int) h.invokeExact(library.capture(), descriptor, name, length)));
  }

  @Override
  public Result getpeername(int descriptor) {
    return writing((name, length) ->
        library.call(
            CFunction.GETPEERNAME,
            h -> (int) h.invokeExact(library.capture(), descriptor, name, length)));
  }

  @Override
  public Result getsockopt(int descriptor, int level, int option, int size) {
    try (Arena call = Arena.ofConfined()) {
      MemorySegment value = call.allocate(size);
      MemorySegment length = call.allocateFrom(ValueLayout.JAVA_INT, size);
      Result result =
          result(
              library.call(
                  CFunction.GETSOCKOPT,
                  h ->
                      (int)
                          h.invokeExact(
                              library.capture(), descriptor, level, option, value, length)));
      int written = Math.min(size, length.get(ValueLayout.JAVA_INT, 0));
      return result.failed() ? result : result.withData(bytes(value, written));
    }
  }

  @Override
  public Result setsockopt(int descriptor, int level, int option, int value) {
    try (Arena call = Arena.ofConfined()) {
      MemorySegment given = call.allocateFrom(ValueLayout.JAVA_INT, value);
      return result(
          library.call(
              CFunction.SETSOCKOPT,
              h ->
                  (int)
                      h.invokeExact(
                          library.capture(), descriptor, level, option, given, Integer.BYTES)));
    }
  }

  @Override
  public Result fcntl(int descriptor, int operation, int argument) {
    return result(
        library.call(
            CFunction.FCNTL,
            h -> (int) h.invokeExact(library.capture(), descriptor, operation, argument)));
  }

  @Override
  public Result ioctl(int descriptor, int operation) {
    try (Arena call = Arena.ofConfined()) {
      // Some requests write a structure; what is shown is the int that most write.
      MemorySegment value = call.allocate(LARGEST_REQUEST, Long.BYTES);
      long unsigned = Integer.toUnsignedLong(operation);
      Result result =
          result(
              library.call(
                  CFunction.IOCTL,
                  h -> (int) h.invokeExact(library.capture(), descriptor, unsigned, value)));
      return result.failed() ? result : result.withData(bytes(value, Integer.BYTES));
    }
  }

  private Result filling(long size, java.util.function.ToLongFunction<MemorySegment> call) {
    try (Arena memory = Arena.ofConfined();
        Buffer buffer = new Buffer(library, memory, size)) {
      Result result = result(call.applyAsLong(buffer.memory()));
      return result.failed() ? result : result.withData(buffer.first(result.value()));
    }
  }

  private Result giving(SocketAddress address, WithAddress call) {
    try (Arena memory = Arena.ofConfined()) {
      byte[] encoded = tables.addresses().encode(address);
      return result(call.make(memory.allocateFrom(ValueLayout.JAVA_BYTE, encoded), encoded.length));
    }
  }

  private Result writing(WritingAddress call) {
    try (Arena memory = Arena.ofConfined()) {
      MemorySegment address = memory.allocate(tables.addresses().storageSize(), Long.BYTES);
      MemorySegment length = memory.allocateFrom(ValueLayout.JAVA_INT, (int) address.byteSize());
      Result result = result(call.make(address, length));
      return result.failed()
          ? result
          : result.withAddress(decoded(address, length.get(ValueLayout.JAVA_INT, 0)));
    }
  }

  private @Nullable SocketAddress decoded(MemorySegment address, int length) {
    return tables.addresses().decode(address.toArray(ValueLayout.JAVA_BYTE), length);
  }

  private static MemorySegment copy(Arena arena, Bytes data) {
    return arena.allocateFrom(ValueLayout.JAVA_BYTE, data.toArray());
  }

  private static Bytes bytes(MemorySegment memory, int count) {
    return Bytes.copyOf(memory.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE));
  }

  private Result result(long value) {
    if (value != -1) {
      return Result.of(value);
    }
    return Result.failed(tables.errnos().errno(library.errno()));
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
