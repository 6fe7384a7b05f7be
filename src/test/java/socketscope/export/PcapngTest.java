package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.event.Bytes;
import socketscope.export.Pcapng.CapturedPacket;

/** The blocks of a file; PacketIT lets Wireshark read one. */
class PcapngTest {

  private static final Pcapng.Source SOURCE = new Pcapng.Source("Socketscope", "Linux", "lo", "");

  private static ByteBuffer file(CapturedPacket... packets) {
    return ByteBuffer.wrap(Pcapng.of(SOURCE, List.of(packets), null))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Where each block begins; its length stands at its start and at its end. */
  private static List<Integer> blocks(ByteBuffer file) {
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    while (at < file.limit()) {
      starts.add(at);
      int length = file.getInt(at + 4);
      assertThat(length % 4).isZero();
      assertThat(file.getInt(at + length - 4)).isEqualTo(length);
      at += length;
    }
    assertThat(at).isEqualTo(file.limit());
    return starts;
  }

  @Test
  void packetsStandBehindTheirSectionAndInterface() {
    CapturedPacket packet = new CapturedPacket(0x1_0000_0002L, Bytes.utf8("hola!"), 9, List.of());
    ByteBuffer file = file(packet, packet);
    List<Integer> blocks = blocks(file);
    assertThat(blocks.stream().map(file::getInt)).containsExactly(0x0a0d0d0a, 1, 6, 6);
    int first = blocks.get(2);
    assertThat(file.getInt(first + 12)).isEqualTo(1);
    assertThat(file.getInt(first + 16)).isEqualTo(2);
    assertThat(file.getInt(first + 20)).isEqualTo(5);
    assertThat(file.getInt(first + 24)).isEqualTo(9);
  }

  @Test
  void commentThatIsTooLongIsCutBetweenTwoCharacters() {
    CapturedPacket packet =
        new CapturedPacket(0, Bytes.utf8("hola"), 4, List.of("x" + "ñ".repeat(40_000)));
    ByteBuffer file = file(packet);
    int option = blocks(file).get(2) + 32;
    int length = file.getShort(option + 2) & 0xffff;
    assertThat(length).isEqualTo(65_535);
    byte[] comment = new byte[length];
    file.get(option + 4, comment);
    assertThat(new String(comment, StandardCharsets.UTF_8)).endsWith("ñ");
    CapturedPacket other =
        new CapturedPacket(0, Bytes.utf8("hola"), 4, List.of("ñ".repeat(40_000)));
    assertThat(file(other).getShort(option + 2) & 0xffff).isEqualTo(65_534);
  }

  @Test
  void packetIsNotLongerThanItWas() {
    Bytes bytes = Bytes.utf8("hola");
    assertThatThrownBy(() -> new CapturedPacket(0, bytes, 3, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
