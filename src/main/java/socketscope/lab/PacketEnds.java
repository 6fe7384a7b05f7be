package socketscope.lab;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.event.SocketAddress;

/**
 * From where to where a packet of TCP or UDP went. Only that is read, since it is read of every
 * packet; a packet with extension headers of IPv6 is passed over.
 *
 * @param stream whether it is of TCP, rather than UDP
 * @param resets whether it is a segment by which a kernel refuses or breaks off: nobody need be
 *     there for that
 */
record PacketEnds(boolean stream, boolean resets, SocketAddress source, SocketAddress destination) {

  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int PORTS = 4;
  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;
  private static final int FLAGS = 13;
  private static final int RST = 4;
  private static final int LONGEST = 80;

  /** Null where it is neither, or the first part of neither. */
  static @Nullable PacketEnds of(Bytes packet) {
    ByteBuffer bytes = ByteBuffer.wrap(packet.toArray(LONGEST));
    if (bytes.limit() < IPV4_HEADER + PORTS) {
      return null;
    }
    return switch (bytes.get(0) >> 4 & 15) {
      case 4 -> inet4(bytes);
      case 6 -> inet6(bytes);
      default -> null;
    };
  }

  private static @Nullable PacketEnds inet4(ByteBuffer bytes) {
    int protocol = Byte.toUnsignedInt(bytes.get(9));
    int ports = (bytes.get(0) & 15) * 4;
    boolean later = (bytes.getShort(6) & 0x1fff) != 0;
    if (protocol != TCP && protocol != UDP || later || bytes.limit() < ports + PORTS) {
      return null;
    }
    return new PacketEnds(
        protocol == TCP,
        resets(protocol, bytes, ports),
        new SocketAddress.Inet4(bytes.getInt(12), port(bytes, ports)),
        new SocketAddress.Inet4(bytes.getInt(16), port(bytes, ports + 2)));
  }

  private static @Nullable PacketEnds inet6(ByteBuffer bytes) {
    int protocol = Byte.toUnsignedInt(bytes.get(6));
    if (protocol != TCP && protocol != UDP || bytes.limit() < IPV6_HEADER + PORTS) {
      return null;
    }
    return new PacketEnds(
        protocol == TCP,
        resets(protocol, bytes, IPV6_HEADER),
        new SocketAddress.Inet6(bytes.getLong(8), bytes.getLong(16), port(bytes, IPV6_HEADER)),
        new SocketAddress.Inet6(
            bytes.getLong(24), bytes.getLong(32), port(bytes, IPV6_HEADER + 2)));
  }

  private static boolean resets(int protocol, ByteBuffer bytes, int at) {
    return protocol == TCP && bytes.limit() > at + FLAGS && (bytes.get(at + FLAGS) & RST) != 0;
  }

  private static int port(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }
}
