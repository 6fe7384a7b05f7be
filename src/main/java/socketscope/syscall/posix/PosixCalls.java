package socketscope.syscall.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import socketscope.event.Bytes;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.syscall.Memory;
import socketscope.syscall.Polled;
import socketscope.syscall.Receiver;
import socketscope.syscall.SystemCalls;
import socketscope.syscall.SystemTables;

/** The socket calls of Linux and macOS. */
public final class PosixCalls implements SystemCalls {

  /** struct pollfd: an int and two shorts. */
  private static final long POLLED = 8;

  private static final long EVENTS = 4;
  private static final long RETURNED = 6;

  /** No request of a socket's or an interface's writes more bytes than that (struct ifreq: 40). */
  private static final long LARGEST_REQUEST = 256;

  private final SystemTables tables;
  private final Arena arena = Arena.ofShared();
  private final Native library;
  private final Transfer transfer;

  private PosixCalls(SystemTables tables, boolean silent) {
    this.tables = tables;
    this.library = new Native(arena, silent);
    this.transfer = new Transfer(tables, library);
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
    Bytes encoded = Bytes.copyOf(tables.addresses().encode(address));
    return bind(descriptor, Memory.holding(encoded), encoded.length());
  }

  @Override
  public Result bind(int descriptor, Memory address, int length) {
    return transfer.giving(
        address,
        given ->
            library.call(
                CFunction.BIND,
                h -> (int) h.invokeExact(library.capture(), descriptor, given, length)));
  }

  @Override
  public Result listen(int descriptor, int backlog) {
    return result(
        library.call(
            CFunction.LISTEN, h -> (int) h.invokeExact(library.capture(), descriptor, backlog)));
  }

  @Override
  public Result accept(int descriptor, Receiver peer) {
    return transfer.receivingAddress(
        peer,
        (address, length) ->
            library.call(
                CFunction.ACCEPT,
                h -> (int) h.invokeExact(library.capture(), descriptor, address, length)));
  }

  @Override
  public Result connect(int descriptor, Memory address, int length) {
    return transfer.giving(
        address,
        given ->
            library.call(
                CFunction.CONNECT,
                h -> (int) h.invokeExact(library.capture(), descriptor, given, length)));
  }

  @Override
  public Result send(int descriptor, Memory data, long size, int flags) {
    return transfer.giving(
        data,
        given ->
            library.call(
                CFunction.SEND,
                h -> (long) h.invokeExact(library.capture(), descriptor, given, size, flags)));
  }

  @Override
  public Result recv(int descriptor, Memory buffer, long size, int flags) {
    return transfer.filling(
        buffer,
        memory ->
            result(
                library.call(
                    CFunction.RECV,
                    h ->
                        (long) h.invokeExact(library.capture(), descriptor, memory, size, flags))));
  }

  @Override
  public Result sendto(
      int descriptor, Memory data, long size, int flags, Memory address, int addressLength) {
    try (Arena arena = Arena.ofConfined();
        Buffer to = new Buffer(library, arena, address)) {
      MemorySegment destination = to.memory();
      return transfer.giving(
          data,
          given ->
              library.call(
                  CFunction.SENDTO,
                  h ->
                      (long)
                          h.invokeExact(
                              library.capture(),
                              descriptor,
                              given,
                              size,
                              flags,
                              destination,
                              addressLength)));
    }
  }

  @Override
  public Result recvfrom(int descriptor, Memory buffer, long size, int flags, Receiver sender) {
    return transfer.filling(
        buffer,
        memory ->
            transfer.receivingAddress(
                sender,
                (address, length) ->
                    library.call(
                        CFunction.RECVFROM,
                        h ->
                            (long)
                                h.invokeExact(
                                    library.capture(),
                                    descriptor,
                                    memory,
                                    size,
                                    flags,
                                    address,
                                    length))));
  }

  @Override
  public Result read(int descriptor, Memory buffer, long size) {
    return transfer.filling(
        buffer,
        memory ->
            result(
                library.call(
                    CFunction.READ,
                    h -> (long) h.invokeExact(library.capture(), descriptor, memory, size))));
  }

  @Override
  public Result write(int descriptor, Memory data, long size) {
    return transfer.giving(
        data,
        given ->
            library.call(
                CFunction.WRITE,
                h -> (long) h.invokeExact(library.capture(), descriptor, given, size)));
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
  public Result getsockname(int descriptor, Receiver name) {
    return transfer.receivingAddress(
        name,
        (address, length) ->
            library.call(
                CFunction.GETSOCKNAME,
                h -> (int) h.invokeExact(library.capture(), descriptor, address, length)));
  }

  @Override
  public Result getpeername(int descriptor, Receiver name) {
    return transfer.receivingAddress(
        name,
        (address, length) ->
            library.call(
                CFunction.GETPEERNAME,
                h -> (int) h.invokeExact(library.capture(), descriptor, address, length)));
  }

  @Override
  public int addressRoom() {
    return tables.addresses().storageSize();
  }

  @Override
  public Result getsockopt(int descriptor, int level, int option, Receiver value) {
    return transfer.receiving(
        value,
        Transfer.LARGEST_OPTION,
        (buffer, length) ->
            library.call(
                CFunction.GETSOCKOPT,
                h ->
                    (int)
                        h.invokeExact(
                            library.capture(), descriptor, level, option, buffer, length)),
        Result::withData);
  }

  @Override
  public Result setsockopt(int descriptor, int level, int option, Memory value, int length) {
    return transfer.giving(
        value,
        given ->
            library.call(
                CFunction.SETSOCKOPT,
                h ->
                    (int)
                        h.invokeExact(
                            library.capture(), descriptor, level, option, given, length)));
  }

  @Override
  public Result fcntl(int descriptor, int operation, long argument) {
    return result(
        library.call(
            CFunction.FCNTL,
            h -> (int) h.invokeExact(library.capture(), descriptor, operation, argument)));
  }

  @Override
  public Result ioctl(int descriptor, int operation, Memory argument) {
    // Some requests write a structure; what is shown is the int that most write.
    Memory roomy =
        argument instanceof Memory.Own(Bytes content, _)
            ? new Memory.Own(content, LARGEST_REQUEST)
            : argument;
    try (Arena arena = Arena.ofConfined();
        Buffer value = new Buffer(library, arena, roomy)) {
      long unsigned = Integer.toUnsignedLong(operation);
      Result result =
          result(
              library.call(
                  CFunction.IOCTL,
                  h ->
                      (int)
                          h.invokeExact(library.capture(), descriptor, unsigned, value.memory())));
      boolean written = !result.failed() && argument instanceof Memory.Own;
      return written ? result.withData(value.first(Integer.BYTES)) : result;
    }
  }

  @Override
  public Result socketpair(int domain, int type, int protocol, Memory descriptors) {
    try (Arena arena = Arena.ofConfined();
        Buffer pair = new Buffer(library, arena, descriptors)) {
      Result result =
          result(
              library.call(
                  CFunction.SOCKETPAIR,
                  h ->
                      (int)
                          h.invokeExact(library.capture(), domain, type, protocol, pair.memory())));
      return result.failed() ? result : result.withData(pair.first(2 * Integer.BYTES));
    }
  }

  @Override
  public Result dup(int descriptor) {
    return result(
        library.call(CFunction.DUP, h -> (int) h.invokeExact(library.capture(), descriptor)));
  }

  @Override
  public Result poll(List<Polled> watched, int milliseconds) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment entries = arena.allocate(Math.max(1, watched.size()) * POLLED, Long.BYTES);
      for (int i = 0; i < watched.size(); i++) {
        entries.set(ValueLayout.JAVA_INT, i * POLLED, watched.get(i).descriptor());
        entries.set(ValueLayout.JAVA_SHORT, i * POLLED + EVENTS, watched.get(i).events());
      }
      Result result = poll(entries, watched.size(), milliseconds);
      for (int i = 0; i < watched.size(); i++) {
        Polled asked = watched.get(i);
        short returned = entries.get(ValueLayout.JAVA_SHORT, i * POLLED + RETURNED);
        watched.set(i, new Polled(asked.descriptor(), asked.events(), returned));
      }
      return result;
    }
  }

  @Override
  public Result poll(Memory.Nowhere watched, long count, int milliseconds) {
    return poll(MemorySegment.ofAddress(watched.address()), count, milliseconds);
  }

  private Result poll(MemorySegment entries, long count, int milliseconds) {
    return result(
        library.call(
            CFunction.POLL,
            h -> (int) h.invokeExact(library.capture(), entries, count, milliseconds)));
  }

  private Result result(long value) {
    return transfer.result(value);
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
