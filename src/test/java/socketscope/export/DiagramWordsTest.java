package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.diagram.Diagram;
import socketscope.diagram.EventScript;
import socketscope.diagram.RandomEvents;
import socketscope.layout.Label;
import socketscope.layout.Layout;
import socketscope.layout.LayoutOptions;
import socketscope.text.Language;
import socketscope.trace.TraceReader;

class DiagramWordsTest {

  private static List<String> sentences(EventScript recording, Language language) {
    DiagramWords words = DiagramWords.in(language);
    return Diagram.of(recording.events()).rows().stream().map(words::sentence).toList();
  }

  @Test
  void rowsAreSaidInOneSentence() {
    EventScript recording = new EventScript();
    recording.call("client#1", "connect(5, 127.0.0.1:5000)", 0);
    recording.call("client#1", "recv(5, 100, 0)", EventScript.data("hola"));
    recording.call("client#1", "close(9)", EventScript.failed(9, "EBADF"));
    recording.blocked(recording.start("server#1", "accept(5)"));

    assertThat(sentences(recording, Language.ENGLISH))
        .containsExactly(
            "client: connect to 127.0.0.1:5000 returned 0 after 7 µs",
            "client: recv(5, 100, 0) returned 4, \"hola\" after 7 µs",
            "client: close(9) failed with EBADF after 7 µs",
            "server: accept(5) was called and blocks");
    assertThat(sentences(recording, Language.SPANISH).getFirst())
        .isEqualTo("client: connect a 127.0.0.1:5000 devolvió 0 tras 7 µs");
  }

  /** A recording of a receiver that does not read until its window is closed. */
  @Test
  void flowControlIsReadableAtTheArrow() throws Exception {
    Diagram diagram =
        Diagram.of(
            TraceReader.read(Path.of("src/test/resources/socketscope/export/full-window.jsonl"))
                .events());
    for (Language language : Language.values()) {
      List<String> labels =
          Layout.of(diagram, LayoutOptions.screen(1400, DiagramWords.in(language))).rows().stream()
              .flatMap(row -> row.labels().stream().map(Label::text))
              .toList();
      String probe = language == Language.ENGLISH ? "zero-window probe" : "sonda de ventana cero";
      String full = language == Language.ENGLISH ? "fills the window" : "llena la ventana";
      assertThat(labels)
          .anyMatch(label -> label.startsWith(probe))
          .anyMatch(label -> label.startsWith(full) && label.contains("len="))
          .anyMatch(label -> label.contains("win=0"))
          .anyMatch(label -> label.contains("win=4096"));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyRowHasItsSentence(Language language) {
    DiagramWords words = DiagramWords.in(language);
    for (int seed = 0; seed < 10; seed++) {
      Diagram.of(new RandomEvents(seed).list(200))
          .rows()
          .forEach(
              row -> assertThat(words.sentence(row)).isNotBlank().doesNotContain("{", "[stamp"));
    }
  }
}
