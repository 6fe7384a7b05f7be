package socketscope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.packet.Checksum;
import socketscope.packet.Happening;
import socketscope.packet.Malformed;
import socketscope.packet.Payload;
import socketscope.packet.Truncated;
import socketscope.text.Language;

class PacketWordsTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void textsAreThoseThatAreUsed(Language language) {
    Set<String> used =
        new TreeSet<>(
            Set.of(
                "checksum.correct",
                "checksum.wrong",
                "checksum.offloaded",
                "checksum.absent",
                "checksum.notVerifiable",
                "truncated.one",
                "truncated.many"));
    Arrays.stream(Happening.values()).forEach(value -> used.add("happening." + value));
    Arrays.stream(Malformed.Problem.values()).forEach(value -> used.add("malformed." + value));
    Arrays.stream(Payload.Kind.values()).forEach(value -> used.add("payload." + value));
    assertThat(new TreeSet<>(Bundle.keys("packet", language))).isEqualTo(used);
  }

  @Test
  void checksumsSayTheirNumbers() {
    PacketWords english = new PacketWords(Language.ENGLISH);
    assertThat(english.checksum(new Checksum.Correct(1))).isEqualTo("correct");
    assertThat(english.checksum(new Checksum.Wrong(1, 0xfe30))).endsWith("should be 0xfe30");
    PacketWords spanish = new PacketWords(Language.SPANISH);
    assertThat(spanish.checksum(new Checksum.Offloaded(0xfe30, 0xa1)))
        .contains("0xfe30 es la suma de la pseudocabecera")
        .endsWith("0x00a1");
  }

  @Test
  void missingBytesAreCounted() {
    PacketWords spanish = new PacketWords(Language.SPANISH);
    assertThat(spanish.truncated(new Truncated(20, 0, 1))).isEqualTo("falta 1 byte");
    assertThat(spanish.truncated(new Truncated(20, 0, 1400))).isEqualTo("faltan 1400 bytes");
  }
}
