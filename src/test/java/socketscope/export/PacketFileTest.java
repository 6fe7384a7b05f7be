package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.PacketSeen;
import socketscope.event.Stamp;
import socketscope.text.Language;
import socketscope.trace.TraceReader;

/** What stands beside the packets; PcapngTest and PcapngIT look at the form of the file. */
class PacketFileTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000000001Z");

  private static List<Event> trace(String name) throws Exception {
    Path file = Path.of(PacketFileTest.class.getResource(name + ".jsonl").toURI());
    return TraceReader.read(file).events();
  }

  /** The comments are approved: to be read in review. */
  @ParameterizedTest
  @CsvSource({
    "captured-tcp, ENGLISH, captured-tcp-comments.txt",
    "captured-refused, SPANISH, captured-refused-comments.txt"
  })
  void commentsSayWhichCallSentThePacket(String name, Language language, String approved)
      throws Exception {
    List<PcapngBlock.Read> blocks = PcapngBlock.read(PacketFile.of(trace(name), language));
    String comments =
        blocks.stream()
            .filter(block -> block.type() == PcapngBlock.PACKET)
            .map(block -> String.join("\n", block.texts(1)) + "\n")
            .collect(Collectors.joining("\n"));
    assertThat(comments).isEqualTo(approved(approved));
  }

  private static String approved(String name) throws IOException {
    try (InputStream in = PacketFileTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void timesAreThoseOfTheDayToTheNanosecond() throws Exception {
    List<Event> events = new ArrayList<>();
    events.add(new ExperimentStarted(at(1000), "t", NOON, "Socketscope 9", "Linux 6"));
    events.add(new CaptureStarted(at(1500), CaptureMethod.RAW_SOCKET, "raw=ok"));
    events.add(packet(at(2_000_001_000L)));
    events.add(new CaptureEnded(at(3_000_001_000L), "finished lost=12"));
    List<PcapngBlock.Read> blocks = PcapngBlock.read(PacketFile.of(events, Language.ENGLISH));
    long noon = NOON.getEpochSecond() * 1_000_000_000 + 1;
    assertThat(blocks.get(2).time()).isEqualTo(noon + 2_000_000_000);
    assertThat(blocks.get(0).texts(4)).containsExactly("Socketscope 9");
    assertThat(blocks.get(0).texts(3)).containsExactly("Linux 6");
    PcapngBlock.Read statistics = blocks.get(3);
    assertThat(statistics.type()).isEqualTo(PcapngBlock.STATISTICS);
    assertThat(statistics.optionTime(2)).isEqualTo(noon + 500);
    assertThat(statistics.optionTime(3)).isEqualTo(noon + 3_000_000_000L);
    assertThat(statistics.number(7)).as("lost").isEqualTo(12);
    assertThat(statistics.number(8)).as("captured").isEqualTo(1);
  }

  private static Stamp at(long nanos) {
    return new Stamp(nanos, "", nanos);
  }

  private static PacketSeen packet(Stamp stamp) throws Exception {
    return trace("captured-tcp").stream()
        .filter(PacketSeen.class::isInstance)
        .map(PacketSeen.class::cast)
        .map(seen -> new PacketSeen(stamp, seen.device(), seen.length(), seen.bytes()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void captureWithoutPacketsIsAFileWithoutPackets() {
    List<Event> events =
        List.of(
            new ExperimentStarted(at(1), "t", NOON, "Socketscope 9", "Linux 6"),
            new CaptureStarted(at(2), CaptureMethod.TCPDUMP, "raw=EPERM tcpdump=ok"),
            new CaptureEnded(at(3), "finished"));
    assertThat(PacketFile.possible(events)).isTrue();
    assertThat(PcapngBlock.read(PacketFile.of(events, Language.ENGLISH))).hasSize(1);
  }

  @Test
  void withoutCaptureThereIsNothingToWrite() {
    List<Event> events =
        List.of(
            new ExperimentStarted(at(1), "t", NOON, "Socketscope 9", "Linux 6"),
            new CaptureStarted(at(2), CaptureMethod.NONE, "raw=EPERM"));
    assertThat(PacketFile.possible(events)).isFalse();
    assertThat(PacketFile.possible(List.of())).isFalse();
  }
}
