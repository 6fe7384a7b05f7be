package socketscope.capture;

import java.nio.ByteBuffer;
import socketscope.capture.HeadingReader.Heading;
import socketscope.event.Bytes;

/** Packets for tests, as a kernel would send them; checksums are left out. */
final class Packets {

  static final int SYN = 2;
  static final int ACK = 16;
  static final int RST = 4;
  static final int FIN = 1;
  private static final int LOOPBACK = 127 << 24 | 1;

  private Packets() {}

  static byte[] tcp(int source, int destination, int flags, int sequence, int ack, int data) {
    return inet4(
        6,
        20 + data,
        ports(ByteBuffer.allocate(20 + data), source, destination)
            .putInt(sequence)
            .putInt(ack)
            .put((byte) 0x50)
            .put((byte) flags)
            .array());
  }

  static byte[] udp(int source, int destination, int data) {
    return inet4(
        17,
        8 + data,
        ports(ByteBuffer.allocate(8 + data), source, destination)
            .putShort((short) (8 + data))
            .array());
  }

  /** Port unreachable: the error quotes the packet. */
  static byte[] unreachable(byte[] packet) {
    return inet4(
        1,
        8 + packet.length,
        ByteBuffer.allocate(8 + packet.length).put((byte) 3).put((byte) 3).put(8, packet).array());
  }

  private static ByteBuffer ports(ByteBuffer buffer, int source, int destination) {
    return buffer.putShort((short) source).putShort((short) destination);
  }

  private static byte[] inet4(int protocol, int length, byte[] rest) {
    return ByteBuffer.allocate(20 + length)
        .put(0, (byte) 0x45)
        .putShort(2, (short) (20 + length))
        .put(9, (byte) protocol)
        .putInt(12, LOOPBACK)
        .putInt(16, LOOPBACK)
        .put(20, rest)
        .array();
  }

  static byte[] inet6(int next, int... rest) {
    ByteBuffer packet = ByteBuffer.allocate(40 + rest.length).put(0, (byte) 0x60);
    packet.putShort(4, (short) rest.length).put(6, (byte) next).put(23, (byte) 1).put(39, (byte) 1);
    for (int i = 0; i < rest.length; i++) {
      packet.put(40 + i, (byte) rest[i]);
    }
    return packet.array();
  }

  static CapturedPacket at(long nanos, byte[] bytes) {
    Heading heading = HeadingReader.read(bytes);
    if (heading == null) {
      throw new IllegalArgumentException("a packet of nobody");
    }
    return new CapturedPacket(nanos, bytes.length, Bytes.copyOf(bytes), heading);
  }
}
