package socketscope.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.event.Bytes;

/** Whatever a network delivers, a packet is an answer, and its layers account for every byte. */
class PacketPropertyTest {

  private static final int PACKETS = 4000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void layersCoverEveryByteInTheirOrder(long seed) {
    RandomPackets random = new RandomPackets(seed);
    for (int i = 0; i < PACKETS; i++) {
      Packet packet = Packet.decode(random.next());
      int at = 0;
      for (Layer layer : packet.layers()) {
        assertThat(layer.offset()).as("%s", packet).isEqualTo(at);
        at = layer.end();
        if (layer instanceof IcmpMessage icmp && !icmp.quoted().isEmpty()) {
          assertThat(icmp.quoted().getFirst().offset()).isEqualTo(at);
          at = icmp.quoted().getLast().end();
        }
      }
      assertThat(at).as("%s", packet).isEqualTo(packet.bytes().length());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8})
  void fieldsCoverEveryBitOfTheirLayerOnce(long seed) {
    RandomPackets random = new RandomPackets(seed);
    for (int i = 0; i < PACKETS; i++) {
      Packet packet = Packet.decode(random.next());
      List<Layer> layers = new ArrayList<>(packet.layers());
      packet.layer(IcmpMessage.class).ifPresent(icmp -> layers.addAll(icmp.quoted()));
      for (Layer layer : layers) {
        assertCovered(packet, layer.fields(), 8 * layer.offset(), 8 * layer.end());
      }
    }
  }

  private static void assertCovered(Packet packet, List<Field> fields, int from, int to) {
    BitSet covered = new BitSet();
    for (Field field : fields) {
      int first = 8 * field.offset() + field.bits().first();
      int end = first + field.bits().count();
      assertThat(covered.get(first, end).isEmpty()).as("%s of %s", field, packet).isTrue();
      covered.set(first, end);
      assertThat(field.bitPattern(packet.bytes())).hasSize(10 * field.length() - 1);
      if (!field.parts().isEmpty()) {
        assertCovered(packet, field.parts(), first, end);
      }
    }
    BitSet expected = new BitSet();
    expected.set(from, to);
    assertThat(covered).as("bits of %s", packet).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 10, 11})
  void everyPacketMeansSomethingAfterAnyOthers(long seed) {
    RandomPackets random = new RandomPackets(seed);
    List<Packet> packets = new ArrayList<>();
    for (int i = 0; i < PACKETS; i++) {
      packets.add(Packet.decode(random.next()));
    }
    List<Reading> readings = Conversation.of(packets);
    assertThat(readings).hasSameSizeAs(packets);
    assertThat(readings).allMatch(reading -> !reading.label().isBlank());
    assertThat(readings).allMatch(reading -> !reading.happenings().isEmpty());
    assertThat(readings.stream().map(Reading::kind)).contains(PacketKind.values());
  }

  @ParameterizedTest
  @ValueSource(longs = {12, 13})
  void aBitThatChangesMakesTheChecksumWrong(long seed) {
    Random random = new Random(seed);
    for (Vectors vector : Vectors.COMPUTED) {
      byte[] bytes = vector.bytes().toArray();
      Packet packet = Packet.decode(Bytes.copyOf(bytes));
      int from = packet.layers().get(1).offset();
      int bit = 8 * from + random.nextInt(8 * (bytes.length - from));
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      Packet changed = Packet.decode(Bytes.copyOf(bytes));
      assertThat(checksums(packet)).allMatch(Checksum.Correct.class::isInstance);
      assertThat(checksums(changed))
          .as("bit %d", bit)
          .noneMatch(Checksum.Correct.class::isInstance);
    }
  }

  private static List<Checksum> checksums(Packet packet) {
    return packet.layers().stream()
        .flatMap(layer ->
            switch (layer) {
              case TcpLayer tcp -> List.of(tcp.checksum()).stream();
              case UdpLayer udp -> List.of(udp.checksum()).stream();
              case IcmpMessage icmp -> List.of(icmp.checksum()).stream();
              default -> Arrays.stream(new Checksum[0]);
            })
        .toList();
  }
}
