package socketscope.syscall;

import org.jspecify.annotations.Nullable;

/**
 * How one system lays out the structures that calls are given beside addresses and options. All
 * offsets and sizes are in bytes.
 *
 * @param event struct epoll_event; null where the system has none
 * @param spawnActions size of posix_spawn_file_actions_t, which posix_spawn(3) is given
 */
public record CallLayouts(
    Message message, Vector vector, Control control, @Nullable Event event, int spawnActions) {

  /**
   * struct msghdr (recv(2)); in an array of struct mmsghdr each is followed by an unsigned int.
   *
   * @param name offset of the pointer to the address
   * @param nameLength offset of the address's length, a socklen_t
   * @param vector offset of the pointer to the array of struct iovec
   * @param vectorCount offset of their number
   * @param control offset of the pointer to the control messages
   * @param controlLength offset of their length
   * @param flags offset of an int
   * @param countSize how many bytes vectorCount and controlLength have: those of a size_t, or 4
   */
  public record Message(
      int size,
      int name,
      int nameLength,
      int vector,
      int vectorCount,
      int control,
      int controlLength,
      int flags,
      int countSize) {}

  /** struct iovec (readv(2)): a pointer and a size_t. */
  public record Vector(int size, int base, int length) {}

  /**
   * struct cmsghdr (cmsg(3)).
   *
   * @param lengthSize how many bytes the length at offset 0 has: those of a size_t, or 4
   * @param level offset of an int
   * @param type offset of an int
   * @param data offset of what it says, as CMSG_DATA has it
   * @param alignment of each message, as CMSG_ALIGN has it
   */
  public record Control(int lengthSize, int level, int type, int data, int alignment) {}

  /**
   * struct epoll_event (epoll_ctl(2)): u32 events, and u64 data, without a gap on x86-64.
   *
   * @param data offset of the data
   */
  public record Event(int size, int data) {}
}
