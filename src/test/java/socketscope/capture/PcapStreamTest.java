package socketscope.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.capture.PcapStream.Frame;
import socketscope.event.Bytes;

class PcapStreamTest {

  private static final Bytes FRAME = Bytes.utf8("hola");

  private static PcapStream stream(byte[] bytes) throws IOException {
    return new PcapStream(new ByteArrayInputStream(bytes));
  }

  private static ByteBuffer buffer(String order) {
    return ByteBuffer.allocate(400)
        .order(order.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] written(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.flip().remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static byte[] pcap(String order, int magic, int fraction) {
    ByteBuffer file = buffer(order).putInt(magic).putShort((short) 2).putShort((short) 4);
    file.putInt(0).putInt(0).putInt(262144).putInt(1);
    file.putInt(1_700_000_000).putInt(fraction).putInt(4).putInt(9).put(FRAME.toArray());
    return written(file);
  }

  /** A section, an interface, a block of a kind that is passed over, a packet. */
  private static byte[] pcapng(String order, int resolution, long units) {
    ByteBuffer file = buffer(order).putInt(0x0a0d0d0a).putInt(28).putInt(0x1a2b3c4d);
    file.putShort((short) 1).putShort((short) 0).putLong(-1).putInt(28);
    file.putInt(1).putInt(40).putShort((short) 113).putShort((short) 0).putInt(0);
    file.putShort((short) 2).putShort((short) 2).putInt(0x6c6f0000);
    file.putShort((short) 9).putShort((short) 1).put((byte) resolution).put(new byte[3]);
    file.putInt(0).putInt(40);
    file.putInt(5).putInt(16).putInt(7).putInt(16);
    file.putInt(6).putInt(36).putInt(0).putInt((int) (units >>> 32)).putInt((int) units);
    file.putInt(4).putInt(9).put(FRAME.toArray()).putInt(36);
    return written(file);
  }

  @ParameterizedTest
  @CsvSource({
    "big, 0xa1b2c3d4, 123456, 123456000",
    "little, 0xa1b2c3d4, 123456, 123456000",
    "big, 0xa1b23c4d, 123456789, 123456789",
    "little, 0xa1b23c4d, 123456789, 123456789"
  })
  void pcapIsReadInEitherOrderAndUnit(String order, String magic, int fraction, long nanos)
      throws IOException {
    PcapStream stream =
        stream(pcap(order, Integer.parseUnsignedInt(magic.substring(2), 16), fraction));
    assertThat(stream.next()).isEqualTo(new Frame(1, 1_700_000_000_000_000_000L + nanos, 9, FRAME));
    assertThat(stream.next()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "big, 9, 1700000000123456789, 123456789",
    "little, 6, 1700000000123456, 123456000",
    "little, -126, 6800000001, 250000000"
  })
  void pcapngIsReadInEitherOrderAndUnit(String order, int resolution, long units, long nanos)
      throws IOException {
    PcapStream stream = stream(pcapng(order, resolution, units));
    assertThat(stream.next())
        .isEqualTo(new Frame(113, 1_700_000_000_000_000_000L + nanos, 9, FRAME));
    assertThat(stream.next()).isNull();
  }

  @Test
  void somethingElseIsRefused() {
    assertThatThrownBy(() -> stream("tcpdump: lo: no".getBytes())).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> stream(new byte[0])).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void brokenStreamEndsOrIsRefused(long seed) {
    Random random = new Random(seed);
    byte[][] starts = {pcap("little", 0xa1b2c3d4, 5), pcapng("little", 6, 5)};
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = starts[i % 2].clone();
      for (int change = random.nextInt(1, 4); change > 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        PcapStream stream = stream(bytes);
        while (stream.next() != null) {
          // Each must be read or refused.
        }
      } catch (IOException e) {
        assertThat(e).isNotNull();
      }
    }
  }

  @Test
  void frameOfEachKindOfLoopbackHoldsItsPacket() throws IOException {
    byte[] packet = Packets.udp(1, 2, 3);
    assertThat(LinkType.ipHeader(1, frame(12, 0x0800, 0, packet))).isEqualTo(14);
    assertThat(LinkType.ipHeader(113, frame(14, 0x86dd, 0, packet))).isEqualTo(16);
    assertThat(LinkType.ipHeader(276, frame(0, 0x0800, 18, packet))).isEqualTo(20);
    assertThat(LinkType.ipHeader(0, frame(0, 2, 2, packet))).isEqualTo(4);
    assertThat(LinkType.ipHeader(101, packet)).isZero();
    assertThat(LinkType.ipHeader(1, frame(12, 0x0806, 0, packet))).as("ARP").isEqualTo(-1);
    assertThat(LinkType.ipHeader(147, packet)).as("not known").isEqualTo(-1);
  }

  private static byte[] frame(int before, int kind, int after, byte[] packet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream frame = new DataOutputStream(bytes);
    frame.write(new byte[before]);
    frame.writeShort(kind);
    frame.write(new byte[after]);
    frame.write(packet);
    return bytes.toByteArray();
  }
}
