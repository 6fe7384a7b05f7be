package socketscope.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.event.Bytes;

/**
 * Looks for bytes that the decoder throws at: {@code ./mvnw -Pfuzz test} goes on from the captured
 * packets for a minute, guided by the branches that are taken.
 */
class PacketFuzzTest {

  static Stream<byte[]> captured() {
    return Vectors.ALL.stream().map(vector -> vector.bytes().toArray());
  }

  @MethodSource("captured")
  @FuzzTest(maxDuration = "1m")
  void decoderAnswersWhateverTheBytesAre(byte[] bytes) {
    Packet whole = Packet.decode(Bytes.copyOf(bytes));
    Packet cut = Packet.decode(Bytes.copyOf(Arrays.copyOf(bytes, bytes.length / 2)));
    assertThat(Conversation.of(List.of(whole, cut, whole))).hasSize(3);
  }
}
