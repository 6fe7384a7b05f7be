package socketscope.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.event.Event;
import socketscope.event.ForeignProgramEnded;
import socketscope.event.ForeignSocketObserved;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.NotationException;
import socketscope.event.ProgramStarted;
import socketscope.event.Role;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.Stamp;
import socketscope.event.TcpState;
import socketscope.export.DiagramWords;
import socketscope.export.MermaidDiagram;
import socketscope.export.TextDiagram;
import socketscope.status.Status;
import socketscope.text.Language;

/** A foreign program has one line, that of its kernel, and no pane. */
class ForeignTest {

  private static final String NC = "nc[4711]";
  private static final SocketId SOCKET = new SocketId(NC, 1);

  private static List<Event> events() throws NotationException {
    return List.of(
        new ProgramStarted(new Stamp(1, "server", 0), Role.SERVER, 12),
        new ForeignSocketSeen(
            new Stamp(2, NC, 0),
            SOCKET,
            Role.CLIENT,
            4711,
            "nc",
            3,
            "SOCK_STREAM",
            SocketAddress.parse("127.0.0.1:40123"),
            SocketAddress.parse("127.0.0.1:5000"),
            true),
        new ForeignSocketObserved(new Stamp(3, NC, 1), SOCKET, TcpState.ESTABLISHED, 4, 0, true),
        new ForeignProgramEnded(new Stamp(4, NC, 2)));
  }

  @Test
  void itHasALineAndWhatItsKernelHoldsIsSeen() throws NotationException {
    Diagram diagram = Diagram.of(events());
    assertThat(diagram.participants())
        .containsExactly(
            new Participant(NC, Role.CLIENT, 4711, 2, true),
            new Participant("server", Role.SERVER, 12, Span.OPEN, false));
    assertThat(diagram.bands())
        .extracting(band -> band.program() + " " + band.state())
        .containsExactly(NC + " ESTABLISHED");
    assertThat(diagram.waitings())
        .extracting(waiting -> waiting.program() + " " + waiting.amount())
        .containsExactly(NC + " 4");
  }

  @Test
  void itHasNoPane() throws NotationException {
    assertThat(Status.of(events()).programs())
        .extracting(program -> program.name())
        .containsExactly("server");
  }

  @Test
  void everyPictureSaysThatItIsForeign() throws NotationException {
    Diagram diagram = Diagram.of(events());
    for (Language language : Language.values()) {
      DiagramWords words = DiagramWords.in(language);
      assertThat(TextDiagram.of(diagram, words)).contains(NC, words.foreign());
      for (boolean folded : List.of(true, false)) {
        assertThat(MermaidDiagram.of(diagram, words, "test", folded))
            .contains(NC + " · " + words.foreign())
            .doesNotContain("unknown");
      }
    }
  }
}
