package socketscope.syscall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import socketscope.event.Bytes;
import socketscope.event.SocketAddress;

/**
 * How one system lays out what a packet socket (packet(7)) is bound with, and what recvmsg(2) reads
 * and writes. All offsets and sizes are in bytes.
 */
public record PacketSocketLayout(
    LinkAddress address,
    Message message,
    Vector vector,
    Control control,
    Statistics statistics,
    Filter filter) {

  /**
   * struct sockaddr_ll.
   *
   * @param family AF_PACKET
   * @param protocol offset of the kind of packet, 16 bits in network order
   * @param index offset of the interface's index, an int
   */
  public record LinkAddress(int family, int size, int protocol, int index) {}

  /**
   * struct msghdr.
   *
   * @param vector offset of the pointer to the array of struct iovec
   * @param vectorCount offset of their number, a size_t
   * @param control offset of the pointer to the control messages
   * @param controlLength offset of their length, a size_t
   */
  public record Message(int size, int vector, int vectorCount, int control, int controlLength) {}

  /** struct iovec: a pointer and a size_t. */
  public record Vector(int size, int base, int length) {}

  /**
   * struct cmsghdr.
   *
   * @param length offset of the whole message's length, a size_t
   * @param level offset of an int
   * @param type offset of an int
   * @param data offset of what it says, as CMSG_DATA has it
   */
  public record Control(int length, int level, int type, int data) {}

  /**
   * struct tpacket_stats: two unsigned ints.
   *
   * @param packets offset of how many came
   * @param drops offset of how many of them were dropped
   */
  public record Statistics(int size, int packets, int drops) {}

  /**
   * struct sock_fprog and its struct sock_filter, of eight bytes each.
   *
   * @param count offset of the number of instructions, 16 bits
   * @param instructions offset of the pointer to them
   */
  public record Filter(int size, int count, int instructions) {}

  /**
   * The address that binds a packet socket.
   *
   * @param etherType the kind of packet, as IEEE 802 numbers them: 0x0800 is IPv4
   * @param index that of the interface
   */
  public SocketAddress addressOf(int etherType, int index) {
    byte[] bytes = new byte[address.size];
    ByteBuffer.wrap(bytes).putShort(address.protocol, (short) etherType);
    ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putInt(address.index, index);
    byte[] rest = java.util.Arrays.copyOfRange(bytes, AddressLayout.Head.SIZE, bytes.length);
    return new SocketAddress.Other(address.family, Bytes.copyOf(rest));
  }
}
