package socketscope.syscall.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import socketscope.event.Bytes;
import socketscope.event.Errno;
import socketscope.event.Result;
import socketscope.syscall.FilterInstruction;
import socketscope.syscall.PacketCalls;
import socketscope.syscall.PacketSocketLayout;
import socketscope.syscall.SystemTables;

/** The calls that read a packet socket, with memory that is used again for each packet. */
public final class PosixPacketCalls implements PacketCalls {

  private static final long NANOS_IN_A_SECOND = 1_000_000_000;
  private static final long ROOM_FOR_CONTROL = 256;
  private static final long INSTRUCTION = 8;

  private final SystemTables tables;
  private final PacketSocketLayout layout;
  private final int level;
  private final int timestamp;
  private final Arena arena = Arena.ofShared();
  private final Native library = new Native(arena);
  private final MemorySegment data;
  private final MemorySegment control;
  private final MemorySegment message;

  /** Calls for one thread, with room for so many bytes of a packet. */
  public PosixPacketCalls(SystemTables tables, PacketSocketLayout layout, int size) {
    this.tables = tables;
    this.layout = layout;
    this.level = tables.constants().asInt("SOL_SOCKET").orElseThrow();
    this.timestamp = tables.constants().asInt("SO_TIMESTAMPNS").orElseThrow();
    data = arena.allocate(size, Long.BYTES);
    control = arena.allocate(ROOM_FOR_CONTROL, Long.BYTES);
    message = arena.allocate(layout.message().size(), Long.BYTES);
    MemorySegment vector = arena.allocate(layout.vector().size(), Long.BYTES);
    vector.set(ADDRESS, layout.vector().base(), data);
    vector.set(JAVA_LONG, layout.vector().length(), size);
    message.set(ADDRESS, layout.message().vector(), vector);
    message.set(JAVA_LONG, layout.message().vectorCount(), 1);
    message.set(ADDRESS, layout.message().control(), control);
  }

  @Override
  public Message recvmsg(int descriptor, int flags) {
    message.set(JAVA_LONG, layout.message().controlLength(), ROOM_FOR_CONTROL);
    long value = library.call(CFunction.RECVMSG, descriptor, message.address(), flags);
    if (value == -1) {
      return new Message(Result.failed(Errno.of(library.errno(), tables.constants())), 0);
    }
    long count = Math.min(value, data.byteSize());
    Bytes bytes = Bytes.copyOf(data.asSlice(0, count).toArray(JAVA_BYTE));
    return new Message(Result.of(value).withData(bytes), nanos());
  }

  /** The time of the first control message of that kind: a struct timespec. */
  private long nanos() {
    PacketSocketLayout.Control header = layout.control();
    long end = message.get(JAVA_LONG, layout.message().controlLength());
    for (long at = 0; at + header.data() + 2 * Long.BYTES <= end; ) {
      long length = control.get(JAVA_LONG, at + header.length());
      boolean sought =
          control.get(JAVA_INT, at + header.level()) == level
              && control.get(JAVA_INT, at + header.type()) == timestamp;
      if (sought) {
        long seconds = control.get(JAVA_LONG, at + header.data());
        long rest = control.get(JAVA_LONG, at + header.data() + Long.BYTES);
        return seconds * NANOS_IN_A_SECOND + rest;
      }
      at += Math.max(header.data(), (length + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
    }
    return 0;
  }

  @Override
  public Result attachFilter(int descriptor, List<FilterInstruction> program) {
    int option = tables.constants().asInt("SO_ATTACH_FILTER").orElseThrow();
    try (Arena call = Arena.ofConfined()) {
      MemorySegment instructions = call.allocate(INSTRUCTION * program.size(), Integer.BYTES);
      for (int i = 0; i < program.size(); i++) {
        write(instructions.asSlice(INSTRUCTION * i), program.get(i));
      }
      PacketSocketLayout.Filter filter = layout.filter();
      MemorySegment whole = call.allocate(filter.size(), Long.BYTES);
      whole.set(JAVA_SHORT, filter.count(), (short) program.size());
      whole.set(ADDRESS, filter.instructions(), instructions);
      long value =
          library.call(
              CFunction.SETSOCKOPT, descriptor, level, option, whole.address(), filter.size());
      return value == -1
          ? Result.failed(Errno.of(library.errno(), tables.constants()))
          : Result.of(value);
    }
  }

  /** struct sock_filter: u16 code, u8 jump if true, u8 jump if false, u32 operand. */
  private static void write(MemorySegment memory, FilterInstruction instruction) {
    memory.set(JAVA_SHORT, 0, (short) instruction.code());
    memory.set(JAVA_BYTE, 2, (byte) instruction.ifTrue());
    memory.set(JAVA_BYTE, 3, (byte) instruction.ifFalse());
    memory.set(JAVA_INT, 4, instruction.operand());
  }

  @Override
  public int interfaceIndex(String name) {
    try (Arena call = Arena.ofConfined()) {
      MemorySegment text = call.allocateFrom(name);
      return (int) library.aside(CFunction.IF_NAMETOINDEX, text.address());
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
