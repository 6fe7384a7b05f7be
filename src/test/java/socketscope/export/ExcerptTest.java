package socketscope.export;

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
import socketscope.diagram.Activation;
import socketscope.diagram.Diagram;
import socketscope.diagram.EventScript;
import socketscope.diagram.Experiments;
import socketscope.event.Event;
import socketscope.event.Result;
import socketscope.event.TcpState;
import socketscope.infer.Inference;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.layout.Picture;
import socketscope.layout.Picture.ActivationShape;
import socketscope.layout.RowShape;
import socketscope.text.Language;
import socketscope.trace.TraceReader;

/** Pictures of the moments of one experiment lie on each other, and none shows what comes later. */
class ExcerptTest {

  private static final DiagramWords WORDS = DiagramWords.in(Language.ENGLISH);

  static Stream<Path> recorded() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/socketscope"))) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList().stream();
    }
  }

  private static List<LayoutOptions> options() {
    return List.of(
        LayoutOptions.screen(960, WORDS),
        LayoutOptions.screen(960, WORDS).folded(true),
        LayoutOptions.cells(TextDiagram.USUAL_WIDTH, WORDS));
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void atEveryMomentOfRecordedExperiments(Path file) throws Exception {
    everyMoment(Inference.complete(TraceReader.read(file).events()));
  }

  @Test
  void atEveryMomentOfStopsKillsAndWaitingCalls() {
    everyMoment(Experiments.tcpEcho());
    everyMoment(Experiments.refusedAndKilled());
  }

  /** The name of the first blocked call makes way for a second one, which comes a row later. */
  @Test
  void whereCallsOfTwoThreadsBlockOneAfterTheOther() {
    EventScript recording = new EventScript();
    recording.program("client", 1).program("server", 2);
    List<Long> calls = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      recording.at(i * 100L).call("server#" + i, "socket(AF_INET, SOCK_STREAM, 0)", 4L + i);
      recording.state("server#" + i, 4 + i, TcpState.ESTABLISHED);
    }
    for (int i = 1; i <= 3; i++) {
      long call = recording.at(500 + i * 10L).start("server#" + i, "recv(5, 64, 0)");
      recording.blocked(call);
      calls.add(call);
    }
    calls.forEach(call -> recording.at(900 + call).returned(call, Result.of(0)));
    everyMoment(recording.events());
  }

  private static void everyMoment(List<Event> events) {
    Excerpt whole = Excerpt.of(events);
    assertThat(whole.diagram()).isEqualTo(Diagram.of(events));
    for (LayoutOptions options : options()) {
      Picture all = Layout.of(whole.diagram(), options);
      assertThat(Layout.of(whole.diagram(), whole.in(options))).isEqualTo(all);
      for (int rows = 0; rows <= whole.rows(); rows++) {
        Excerpt excerpt = Excerpt.until(events, rows);
        moment(Layout.of(excerpt.diagram(), excerpt.in(options)), all, rows);
      }
    }
  }

  private static void moment(Picture now, Picture all, int rows) {
    assertThat(now.width()).isEqualTo(all.width());
    assertThat(now.height()).isEqualTo(all.height());
    assertThat(now.zones()).isEqualTo(all.zones());
    assertThat(now.headers().stream().map(head -> List.of(head.name(), head.kind())))
        .isEqualTo(all.headers().stream().map(head -> List.of(head.name(), head.kind())).toList());
    assertThat(now.stems().stream().map(Picture.Stem::x).toList())
        .isEqualTo(all.stems().stream().map(Picture.Stem::x).toList());
    assertThat(now.rows()).hasSize(rows);
    for (int i = 0; i < rows; i++) {
      same(now.rows().get(i), all.rows().get(i));
    }
    if (rows < all.rows().size()) {
      double end = all.rows().get(rows).box().y();
      now.bands().forEach(band -> assertThat(band.box().bottom()).isLessThanOrEqualTo(end));
      now.queues().forEach(queue -> assertThat(queue.box().bottom()).isLessThanOrEqualTo(end));
      now.stops().forEach(stop -> assertThat(stop.box().bottom()).isLessThanOrEqualTo(end));
      now.wakes().forEach(wake -> assertThat(wake.y2()).isLessThanOrEqualTo(end));
      now.activations().forEach(call -> assertThat(call.box().bottom()).isLessThanOrEqualTo(end));
      now.stems().stream()
          .filter(Picture.Stem::ends)
          .forEach(stem -> assertThat(stem.bottom()).isLessThanOrEqualTo(end));
    }
    for (ActivationShape call : now.activations()) {
      ActivationShape later = later(call.activation(), all);
      assertThat(call.box().x()).isEqualTo(later.box().x());
      assertThat(call.box().y()).isEqualTo(later.box().y());
      assertThat(later.labels()).containsAll(call.labels());
    }
    now.bands()
        .forEach(band ->
            assertThat(all.bands())
                .anyMatch(later ->
                    later.ink() == band.ink()
                        && later.box().x() == band.box().x()
                        && later.box().y() == band.box().y()
                        && later.box().bottom() >= band.box().bottom()));
  }

  private static ActivationShape later(Activation call, Picture all) {
    return all.activations().stream()
        .filter(shape -> shape.activation().callId() == call.callId())
        .findFirst()
        .orElseThrow();
  }

  private static void same(RowShape now, RowShape later) {
    assertThat(now.box()).isEqualTo(later.box());
    assertThat(now.time()).isEqualTo(later.time());
    assertThat(now.arrow()).isEqualTo(later.arrow());
    assertThat(now.answer()).isEqualTo(later.answer());
    assertThat(now.note()).isEqualTo(later.note());
    assertThat(now.labels()).isEqualTo(later.labels());
    assertThat(now.tags()).isEqualTo(later.tags());
    assertThat(now.annotation()).isEqualTo(later.annotation());
  }
}
