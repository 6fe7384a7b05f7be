package socketscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.diagram.Diagram;
import socketscope.diagram.Experiments;
import socketscope.diagram.RandomEvents;
import socketscope.infer.Inference;
import socketscope.infer.Unseen;
import socketscope.layout.LayoutOptions;
import socketscope.text.Language;
import socketscope.trace.TraceReader;

/** The approved pictures are beside this class among the resources, to be read in review. */
class TextDiagramTest {

  private static final DiagramWords ENGLISH = DiagramWords.in(Language.ENGLISH);

  private static String approved(String name) throws IOException {
    try (InputStream in = TextDiagramTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aTcpEchoIsDrawnAsApproved() throws IOException {
    Diagram diagram = Diagram.of(Experiments.tcpEcho());

    assertThat(TextDiagram.of(diagram, ENGLISH)).isEqualTo(approved("tcp-echo.txt"));
  }

  @Test
  void aRefusedConnectAndAKilledServerAreDrawnAsApproved() throws IOException {
    Diagram diagram = Diagram.of(Experiments.refusedAndKilled());

    assertThat(TextDiagram.of(diagram, DiagramWords.in(Language.SPANISH)))
        .isEqualTo(approved("refused-and-killed.txt"));
  }

  @Test
  void aFoldedEchoIsDrawnAsApproved() throws IOException {
    Diagram diagram = Diagram.of(Experiments.tcpEcho());
    LayoutOptions options = LayoutOptions.cells(110, ENGLISH).folded(true);

    assertThat(TextDiagram.of(diagram, options)).isEqualTo(approved("tcp-echo-folded.txt"));
  }

  @Test
  void anyEventsGiveALineForEveryRow() {
    for (int seed = 0; seed < 20; seed++) {
      Diagram diagram = Diagram.of(new RandomEvents(seed).list(120));
      assertThat(TextDiagram.of(diagram, ENGLISH).lines().count())
          .isGreaterThanOrEqualTo(diagram.rows().size());
    }
  }

  /** Traces of real experiments, with the packets that were captured. */
  @ParameterizedTest
  @ValueSource(strings = {"captured-tcp", "captured-refused"})
  void capturedPacketsAreDrawnAsApproved(String name) throws Exception {
    URL trace = TextDiagramTest.class.getResource(name + ".jsonl");
    Diagram diagram = Diagram.of(TraceReader.read(Path.of(trace.toURI())).events());

    assertThat(TextDiagram.of(diagram, ENGLISH)).isEqualTo(approved(name + ".txt"));
  }

  /** The same lesson without its packets: those that must have passed stand where they were. */
  @Test
  void inferredPacketsAreDrawnAsApproved() throws Exception {
    Diagram diagram = Diagram.of(Inference.complete(Unseen.trace("tcp-ipv4")));

    assertThat(TextDiagram.of(diagram, ENGLISH)).isEqualTo(approved("inferred-tcp.txt"));
  }
}
