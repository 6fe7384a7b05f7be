package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.event.PacketInferred;
import socketscope.event.PacketInferred.Kind;
import socketscope.event.ProgramStopped;
import socketscope.event.Stamp;
import socketscope.text.Language;
import socketscope.text.Texts;

class InferredWordsTest {

  private static final Stamp NOW = new Stamp(2, "", 0);

  /** Several segments of data may have been one packet: their bytes are known, not their number. */
  @ParameterizedTest
  @CsvSource({
    "DATA, 1, 4, data len=4",
    "DATA, 874, 57100000, data 57100000 B",
    "FIN, 3, 90000, 'data 90000 B, FIN'",
    "FIN, 1, 0, FIN",
    "ACK, 2, 0, 2 × ACK"
  })
  void howManyPacketsTheBytesWereIsNotSaid(Kind kind, long count, long bytes, String label) {
    PacketInferred packet =
        new PacketInferred(
            NOW, "a", "b", null, null, kind, count, bytes, 0, 3, new ProgramStopped(NOW), null);
    assertThat(new InferredWords(Texts.of("diagram", Language.ENGLISH)).label(packet))
        .isEqualTo(label);
  }
}
