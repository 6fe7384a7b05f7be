package socketscope.syscall.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import socketscope.event.Bytes;
import socketscope.syscall.Memory;

/**
 * Memory for the kernel to read or write, of at least the size that the call names. Large ones are
 * not cleared, so that recv(s, 1000000000) costs nothing until the bytes are there; a size that
 * cannot be had becomes NULL, which the kernel answers with EFAULT.
 */
final class Buffer implements AutoCloseable {

  private static final long SMALL = 1 << 16;

  private final Native library;
  private final boolean large;
  private final MemorySegment memory;

  Buffer(Native library, Arena arena, Memory given) {
    this.library = library;
    switch (given) {
      case Memory.Nowhere nowhere -> {
        large = false;
        memory = MemorySegment.ofAddress(nowhere.address());
      }
      case Memory.Own(Bytes content, long room) -> {
        long size = room < 0 ? room : Math.max(room, content.length());
        large = size < 0 || size > SMALL;
        memory = large ? allocate(library, size) : arena.allocate(Math.max(1, size), Long.BYTES);
        byte[] bytes = content.toArray();
        MemorySegment.copy(
            bytes,
            0,
            memory,
            ValueLayout.JAVA_BYTE,
            0,
            (int) Math.min(bytes.length, memory.byteSize()));
      }
    }
  }

  private static MemorySegment allocate(Native library, long size) {
    long address = library.aside(CFunction.MALLOC, size);
    return MemorySegment.ofAddress(address).reinterpret(address == 0 ? 0 : size);
  }

  MemorySegment memory() {
    return memory;
  }

  /** The first bytes of several, one after the other, so many in all. */
  static Bytes joined(List<Buffer> buffers, long count) {
    long left = count;
    List<Bytes> pieces = new ArrayList<>();
    for (Buffer buffer : buffers) {
      Bytes piece = buffer.first(Math.max(0, left));
      pieces.add(piece);
      left -= piece.length();
    }
    return Bytes.joined(pieces).folded();
  }

  /** The first bytes of it. */
  Bytes first(long count) {
    long readable = Math.min(count, memory.byteSize());
    return Bytes.copyOf(memory.asSlice(0, readable).toArray(ValueLayout.JAVA_BYTE));
  }

  @Override
  public void close() {
    if (large) {
      library.aside(CFunction.FREE, memory.address());
    }
  }
}
