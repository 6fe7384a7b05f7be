package socketscope.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.diagram.Band;
import socketscope.diagram.Diagram;
import socketscope.diagram.EventScript;
import socketscope.diagram.Lifeline;
import socketscope.diagram.Span;
import socketscope.event.SocketId;
import socketscope.event.TcpState;
import socketscope.export.DiagramWords;
import socketscope.layout.Picture.BandShape;
import socketscope.text.Language;

/** Many sockets of one program, as where many connections wait in TIME_WAIT. */
class ManyBandsTest {

  private static Picture picture(int count) {
    EventScript recording = new EventScript();
    recording.program("client", 1).program("server", 2);
    Diagram bare =
        Diagram.of(recording.call("client#1", "socket(AF_INET, SOCK_STREAM, 0)", 5).events());
    List<Band> bands = new ArrayList<>();
    for (int lane = 0; lane < count; lane++) {
      SocketId socket = new SocketId("client", lane + 1);
      bands.add(new Band("client", lane, 0, Span.OPEN, socket, 5, TcpState.TIME_WAIT, null));
    }
    Diagram diagram =
        new Diagram(
            bare.origin(),
            bare.participants(),
            bare.rows(),
            List.of(),
            List.of(),
            bands,
            List.of(),
            List.of());
    DiagramWords words = DiagramWords.in(Language.ENGLISH);
    return Layout.of(diagram, LayoutOptions.screen(640, words));
  }

  private static double kernel(Picture picture, String program) {
    return picture.stems().stream()
        .filter(stem -> stem.lifeline().kind() == Lifeline.Kind.KERNEL)
        .filter(stem -> stem.lifeline().program().equals(program))
        .findFirst()
        .orElseThrow()
        .x();
  }

  @Test
  void theyStandSideBySideAndLeaveRoomForThePackets() {
    for (int count : List.of(1, 2, 5, 12, 30)) {
      Picture picture = picture(count);
      double between = kernel(picture, "server") - kernel(picture, "client");
      List<BandShape> bands = picture.bands();
      assertThat(bands).hasSize(count);
      for (int i = 1; i < count; i++) {
        assertThat(bands.get(i).box().x()).isGreaterThan(bands.get(i - 1).box().right() - 0.01);
      }
      assertThat(bands.getLast().box().right() - kernel(picture, "client"))
          .isLessThan(0.45 * between);
    }
  }
}
