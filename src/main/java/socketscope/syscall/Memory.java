package socketscope.syscall;

import socketscope.event.Bytes;

/** What a pointer that a call is given points to. */
public sealed interface Memory {

  /**
   * Memory of this process, for the time of the call.
   *
   * @param content what is in it at first
   * @param room how many bytes of it there are at least; what follows the content is 0 in memory of
   *     up to 64 KiB
   */
  record Own(Bytes content, long room) implements Memory {}

  /** No memory of this process: the kernel answers EFAULT when it wants to use it. */
  enum Nowhere implements Memory {
    /** The null pointer. */
    NULL(0),
    /** Beside the null pointer, in a page that no process has (mmap_min_addr). */
    BAD(1);

    private final long address;

    Nowhere(long address) {
      this.address = address;
    }

    /** The pointer's value. */
    public long address() {
      return address;
    }
  }

  /** Memory that holds just these bytes. */
  static Memory holding(Bytes content) {
    return new Own(content, content.length());
  }

  /** Memory for the kernel to write into. */
  static Memory room(long size) {
    return new Own(Bytes.copyOf(new byte[0]), size);
  }
}
