package socketscope.syscall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import socketscope.event.SocketAddress;

/**
 * How one system is asked for all its TCP sockets, whoever's they are, and how its answer is laid
 * out: netlink(7) messages of sock_diag(7), over a socket of {@code AF_NETLINK}. All offsets and
 * sizes are in bytes; ports and addresses are in network order, all else in the machine's own.
 *
 * @param netlink third argument of socket(2): NETLINK_SOCK_DIAG
 */
public record DiagnosisLayout(int netlink, Message message, Request request, Answer answer) {

  /**
   * struct nlmsghdr, at the start of each message.
   *
   * @param length offset of the whole message's length, 32 bits
   * @param type offset of the type, 16 bits
   * @param flags offset of the flags, 16 bits
   * @param alignment a message starts at a multiple of so many bytes
   */
  public record Message(int size, int length, int type, int flags, int alignment) {

    /** The type of the last message of an answer: NLMSG_DONE. */
    static final int DONE = 3;

    /** The type of a message that refuses: NLMSG_ERROR. */
    static final int ERROR = 2;
  }

  /**
   * struct inet_diag_req_v2, after the message's head; zeros ask for everything.
   *
   * @param type of the message: SOCK_DIAG_BY_FAMILY
   * @param flags of the message: NLM_F_REQUEST and NLM_F_DUMP
   * @param family offset of the domain, 8 bits
   * @param protocol offset of IPPROTO_TCP, 8 bits
   * @param states offset of a bit for each state that is asked for, 32 bits
   */
  public record Request(int size, int type, int flags, int family, int protocol, int states) {}

  /**
   * struct inet_diag_msg, after the message's head.
   *
   * @param family offset of the domain, 8 bits
   * @param state offset of the state's number, 8 bits
   * @param timer offset of the timer's number, 8 bits
   * @param retransmissions 8 bits
   * @param expires offset of the milliseconds that the timer still runs, 32 bits
   * @param inode offset of the inode, 32 bits
   */
  public record Answer(
      int size,
      int family,
      int state,
      int timer,
      int retransmissions,
      int localPort,
      int peerPort,
      int local,
      int peer,
      int expires,
      int receiveQueue,
      int sendQueue,
      int inode) {}

  /**
   * A TCP socket as the kernel lists it.
   *
   * @param state the system's number of its state, see {@link TcpInfoLayout#state(int)}
   * @param timer 0 none, 1 retransmission, 2 keep-alive, 3 TIME_WAIT, 4 zero window probe
   * @param timerMillis how long the timer still runs
   * @param inode 0 where nobody holds a descriptor of it
   */
  public record Listed(
      SocketAddress local,
      SocketAddress peer,
      int state,
      int timer,
      long timerMillis,
      int retransmissions,
      long receiveQueue,
      long sendQueue,
      long inode) {}

  /**
   * What one datagram of an answer says.
   *
   * @param last whether nothing follows
   * @param refused whether the kernel does not tell
   */
  public record Page(List<Listed> sockets, boolean last, boolean refused) {

    /** Keeps a copy. */
    public Page {
      sockets = List.copyOf(sockets);
    }
  }

  /** The datagram that asks for all TCP sockets of a domain, in every state. */
  public byte[] ask(int family, int tcp) {
    byte[] bytes = new byte[message.size + request.size];
    inOwnOrder(bytes)
        .putInt(message.length, bytes.length)
        .putShort(message.type, (short) request.type)
        .putShort(message.flags, (short) request.flags)
        .put(message.size + request.family, (byte) family)
        .put(message.size + request.protocol, (byte) tcp)
        .putInt(message.size + request.states, -1);
    return bytes;
  }

  /** Reads a datagram of the answer. What is cut off, or of another domain, is passed over. */
  public Page read(byte[] datagram, AddressLayout addresses) {
    ByteBuffer bytes = inOwnOrder(datagram);
    List<Listed> sockets = new ArrayList<>();
    int at = 0;
    while (at + message.size <= datagram.length) {
      int length = bytes.getInt(at + message.length);
      int type = Short.toUnsignedInt(bytes.getShort(at + message.type));
      if (type == Message.DONE || type == Message.ERROR) {
        return new Page(sockets, true, type == Message.ERROR);
      }
      boolean whole = length >= message.size && length <= datagram.length - at;
      if (whole && type == request.type && length >= message.size + answer.size) {
        addTo(sockets, bytes, at + message.size, addresses);
      }
      at = whole ? at + aligned(length) : datagram.length;
    }
    return new Page(sockets, false, false);
  }

  private int aligned(int length) {
    return (length + message.alignment - 1) / message.alignment * message.alignment;
  }

  private void addTo(List<Listed> sockets, ByteBuffer bytes, int at, AddressLayout addresses) {
    int family = Byte.toUnsignedInt(bytes.get(at + answer.family));
    if (family != addresses.inet4().family() && family != addresses.inet6().family()) {
      return;
    }
    boolean inet4 = family == addresses.inet4().family();
    sockets.add(
        new Listed(
            address(inet4, bytes, at + answer.local, at + answer.localPort),
            address(inet4, bytes, at + answer.peer, at + answer.peerPort),
            Byte.toUnsignedInt(bytes.get(at + answer.state)),
            Byte.toUnsignedInt(bytes.get(at + answer.timer)),
            Integer.toUnsignedLong(bytes.getInt(at + answer.expires)),
            Byte.toUnsignedInt(bytes.get(at + answer.retransmissions)),
            Integer.toUnsignedLong(bytes.getInt(at + answer.receiveQueue)),
            Integer.toUnsignedLong(bytes.getInt(at + answer.sendQueue)),
            Integer.toUnsignedLong(bytes.getInt(at + answer.inode))));
  }

  private static SocketAddress address(boolean inet4, ByteBuffer bytes, int address, int portAt) {
    ByteBuffer network = bytes.duplicate().order(ByteOrder.BIG_ENDIAN);
    int port = Short.toUnsignedInt(network.getShort(portAt));
    return inet4
        ? new SocketAddress.Inet4(network.getInt(address), port)
        : new SocketAddress.Inet6(
            network.getLong(address), network.getLong(address + Long.BYTES), port);
  }

  private static ByteBuffer inOwnOrder(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }
}
