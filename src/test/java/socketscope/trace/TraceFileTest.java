package socketscope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.event.Bytes;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Result;
import socketscope.event.Stamp;
import socketscope.text.Language;
import socketscope.text.Texts;

class TraceFileTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("trace.jsonl");
  }

  private static List<Event> events(int count) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Result result = Result.of(i).withData(Bytes.utf8("ñandú"));
      events.add(new CallReturned(new Stamp(i / 2, "client", i), i, null, null, result));
    }
    return events;
  }

  private void write(List<Event> events) throws IOException {
    try (TraceWriter writer = TraceWriter.create(file)) {
      writer.accept(events);
    }
  }

  @Test
  void lateEventsAreReadInTheOrderOfTime() throws Exception {
    List<Event> shuffled = new ArrayList<>(events(50));
    Collections.shuffle(shuffled, new Random(5));
    write(shuffled);
    assertThat(TraceReader.read(file).events()).isEqualTo(events(50));
  }

  @Test
  void lateEventsArePutWhereTheirTimeBelongs() {
    for (int seed = 0; seed < 100; seed++) {
      List<Event> shuffled = new ArrayList<>(events(30));
      Collections.shuffle(shuffled, new Random(seed));
      Trace trace = new Trace();
      for (int from = 0; from < 30; from += 5) {
        int before = trace.size();
        int changed = trace.add(shuffled.subList(from, from + 5));
        assertThat(changed).isBetween(0, before);
      }
      assertThat(trace.events()).isEqualTo(events(30));
    }
  }

  @Test
  void everythingIsOnDiskBeforeTheFileIsClosed() throws Exception {
    try (TraceWriter writer = TraceWriter.create(file)) {
      writer.accept(events(3));
      assertThat(TraceReader.read(file).events()).isEqualTo(events(3));
    }
  }

  @Test
  void crashAtAnyByteLosesAtMostTheLastLine() throws Exception {
    write(events(4));
    byte[] whole = Files.readAllBytes(file);
    int header = "{\"socketscope-trace\":1}".length();
    for (int length = 0; length < header; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(TraceReader.read(file)).isEqualTo(new TraceReader.TraceFile(List.of(), true));
    }
    for (int length = header; length <= whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      Files.write(file, part);
      int complete =
          (int) new String(part, java.nio.charset.StandardCharsets.UTF_8).lines().count();
      boolean endsWhole = part[length - 1] == '\n' || part[length - 1] == '}';
      TraceReader.TraceFile read = TraceReader.read(file);
      assertThat(read.events()).hasSize(endsWhole ? complete - 1 : complete - 2);
      assertThat(read.cutShort()).isEqualTo(!endsWhole);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | 1 | NO_TRACE",
        "{\"socketscope-trace\":\"one\"} | 1 | NO_TRACE",
        "{\"socketscope-trace\":2} | 1 | OTHER_VERSION",
        "{\"socketscope-trace\":1};{\"event\":\"dance\",\"time\":1,\"program\":\"\",\"serial\":1} | 2 | UNKNOWN_KIND",
        "{\"socketscope-trace\":1};;broken;{} | 3 | NOT_JSON",
        "{\"socketscope-trace\":1};{} | 2 | MISSING_FIELD"
      })
  void brokenFilesAreRefusedWithTheirLine(String lines, int line, TraceFormatException.Fault fault)
      throws IOException {
    Files.writeString(file, lines.replace(';', '\n'));
    assertThatThrownBy(() -> TraceReader.read(file))
        .isInstanceOfSatisfying(
            TraceFormatException.class,
            e -> {
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.fault()).isEqualTo(fault);
              for (Language language : Language.values()) {
                assertThat(e.sentence(Texts.of("trace", language))).endsWith(".");
              }
            });
  }

  @Test
  void binaryFileIsNoTrace() throws IOException {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    Files.write(file, noise);
    assertThatThrownBy(() -> TraceReader.read(file)).isInstanceOf(TraceFormatException.class);
  }
}
