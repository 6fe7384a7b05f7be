package socketscope.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.diagram.Diagram;
import socketscope.diagram.EventScript;
import socketscope.event.Event;
import socketscope.event.Result;
import socketscope.event.TcpState;
import socketscope.export.DiagramWords;
import socketscope.infer.Inference;
import socketscope.text.Language;
import socketscope.trace.TraceReader;

/** No two texts lie upon each other, however many lifelines there are. */
class LabelsTest {

  private static void areApart(List<Event> events) {
    Diagram diagram = Diagram.of(events);
    for (Language language : Language.values()) {
      DiagramWords words = DiagramWords.in(language);
      for (double width : List.of(500.0, 765.0, 1100.0)) {
        LayoutOptions options = LayoutOptions.screen(width, words);
        Labels.areApart(Layout.of(diagram, options));
        Labels.areApart(Layout.of(diagram, options.folded(true)));
        Labels.areApart(Layout.of(diagram, options.sized(Metrics.screen(2.5))));
      }
    }
  }

  static Stream<Path> recorded() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/socketscope"))) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void inRecordedExperiments(Path file) throws Exception {
    areApart(Inference.complete(TraceReader.read(file).events()));
  }

  /** So many threads of one program, each blocked on a socket of its own. */
  private static List<Event> blockedThreads(int threads) {
    EventScript recording = new EventScript();
    recording.program("client", 1).program("server", 2);
    List<Long> calls = new ArrayList<>();
    for (int i = 1; i <= threads; i++) {
      for (String program : List.of("client", "server")) {
        recording.at(i * 100L).call(program + "#" + i, "socket(AF_INET, SOCK_STREAM, 0)", 4L + i);
        recording.state(program + "#" + i, 4 + i, TcpState.ESTABLISHED);
        long call = recording.at(i * 100L + 50).start(program + "#" + i, "recv(5, 64, 0)");
        recording.blocked(call);
        calls.add(call);
      }
    }
    long time = 10_000;
    for (long call : calls) {
      recording.at(time += 50).returned(call, Result.of(0));
    }
    return recording.events();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void whereThreadsOfOneProgramAreBlockedAtOnce(int threads) {
    areApart(blockedThreads(threads));
  }

  @Test
  void namesOfCallsBlockedAtOnceStandBeyondAllOfTheirBars() {
    Picture picture =
        Layout.of(
            Diagram.of(blockedThreads(3)),
            LayoutOptions.screen(1100, DiagramWords.in(Language.ENGLISH)));

    assertThat(picture.activations())
        .filteredOn(shape -> !shape.labels().isEmpty())
        .as("bars with a name")
        .hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void whereTwentyProgramsTakePart() {
    EventScript recording = new EventScript();
    for (int i = 1; i <= 10; i++) {
      recording.program("client" + (i == 1 ? "" : i), i);
      recording.program("server" + (i == 1 ? "" : i), 100 + i);
    }
    for (int i = 1; i <= 10; i++) {
      for (String side : List.of("client", "server")) {
        String socket = side + (i == 1 ? "" : i) + "#1";
        recording.at(i * 100L).call(socket, "socket(AF_INET, SOCK_STREAM, 0)", 5);
        recording.received(socket, 5, TcpState.ESTABLISHED, 1000 * i);
        recording.blocked(recording.start(socket, "recv(5, 64, 0)"));
      }
    }
    areApart(recording.events());
  }
}
