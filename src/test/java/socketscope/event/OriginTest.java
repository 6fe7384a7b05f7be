package socketscope.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.diagram.Diagram;
import socketscope.diagram.EventScript;
import socketscope.explain.Transcript;
import socketscope.text.Language;

/** The same event has the same time wherever it is shown. */
class OriginTest {

  private final EventScript recording = new EventScript().program("client", 1);

  private List<String> times() {
    return Transcript.of(Language.ENGLISH, ZoneOffset.UTC)
        .account(recording.events())
        .entries()
        .stream()
        .map(Transcript.Entry::time)
        .toList();
  }

  @Test
  void nothingHasATimeBeforeTheFirstCall() {
    assertThat(Origin.of(recording.events())).isEmpty();
    assertThat(Diagram.of(recording.events()).origin()).isEmpty();
    assertThat(times()).containsExactly("");
  }

  @Test
  void diagramAndTranscriptCountFromTheFirstCall() {
    recording.at(500).call("client#1", "socket(AF_INET, SOCK_STREAM, 0)", 5);
    recording.at(600).start("client#1", "connect(5, 127.0.0.1:5000)");

    Diagram diagram = Diagram.of(recording.events());

    assertThat(diagram.origin()).isEqualTo(Origin.of(recording.events()));
    assertThat(diagram.rows())
        .extracting(row -> (row.nanos() - diagram.origin().orElseThrow()) / 1000)
        .containsExactly(-500L, 0L, 100L);
    assertThat(times()).containsExactly("-0.000500", "0.000000", "0.000100");
  }
}
