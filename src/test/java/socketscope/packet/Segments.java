package socketscope.packet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import socketscope.event.Bytes;

/** Segments between 127.0.0.1, port 40000, and 127.0.0.1, port 5000. */
final class Segments {

  private static final int CLIENT = 40000;
  private static final int SERVER = 5000;

  private final int source;
  private final int destination;
  private final int flags;
  private long sequence;
  private long acknowledgment;
  private int window = 1000;
  private int shift = -1;
  private byte[] data = {};

  private Segments(int source, int destination, String flags) {
    this.source = source;
    this.destination = destination;
    this.flags = Arrays.stream(flags.split(", ")).mapToInt(f -> TcpFlag.valueOf(f).mask()).sum();
  }

  static Segments client(String flags) {
    return new Segments(CLIENT, SERVER, flags);
  }

  static Segments server(String flags) {
    return new Segments(SERVER, CLIENT, flags);
  }

  Segments seq(long number) {
    sequence = number;
    return this;
  }

  Segments ack(long number) {
    acknowledgment = number;
    return this;
  }

  Segments window(int size) {
    window = size;
    return this;
  }

  Segments scale(int bits) {
    shift = bits;
    return this;
  }

  Segments data(String text) {
    data = Bytes.utf8(text).toArray();
    return this;
  }

  Packet packet() {
    int header = shift < 0 ? 20 : 24;
    ByteBuffer packet = ByteBuffer.allocate(20 + header + data.length);
    packet.put((byte) 0x45).put(2, (byte) 0).putShort(2, (short) packet.capacity());
    packet.put(8, (byte) 64).put(9, (byte) 6).putInt(12, 0x7f000001).putInt(16, 0x7f000001);
    packet.putShort(20, (short) source).putShort(22, (short) destination);
    packet.putInt(24, (int) sequence).putInt(28, (int) acknowledgment);
    packet.put(32, (byte) (header << 2)).put(33, (byte) flags).putShort(34, (short) window);
    if (shift >= 0) {
      packet.put(40, new byte[] {3, 3, (byte) shift, 1});
    }
    packet.put(20 + header, data);
    return Packet.decode(Bytes.copyOf(packet.array()));
  }
}
