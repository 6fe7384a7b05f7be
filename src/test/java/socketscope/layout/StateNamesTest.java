package socketscope.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.diagram.Diagram;
import socketscope.diagram.EventScript;
import socketscope.event.CallReturned;
import socketscope.event.ConnectionObserved;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.TcpState;
import socketscope.export.DiagramWords;
import socketscope.text.Language;

/** The names beside the bands of states. */
class StateNamesTest {

  private static final SocketAddress HERE = EventScript.address("127.0.0.1:5000");
  private static final SocketAddress THERE = EventScript.address("127.0.0.1:40000");

  private final EventScript recording = new EventScript().program("server", 1);

  private void listener() {
    recording.call("server#1", "socket(AF_INET, SOCK_STREAM, 0)", 5);
    recording.call("server#1", "bind(5, 127.0.0.1:5000)", 0);
    recording.call("server#1", "listen(5, 1)", 0);
  }

  private void arrives() {
    recording.add(
        new ConnectionObserved(
            recording.stamp(""),
            HERE,
            THERE,
            TcpState.ESTABLISHED,
            ConnectionObserved.Timer.NONE,
            -1,
            0,
            0,
            0));
  }

  private void accepts(long call) {
    SocketId accepted = new SocketId("server", 2);
    Result result = Result.of(6).withAddress(THERE);
    recording.add(
        new CallReturned(
            recording.stamp("server"), call, new SocketId("server", 1), accepted, result));
  }

  private List<String> names() {
    DiagramWords words = DiagramWords.in(Language.ENGLISH);
    return Layout.of(Diagram.of(recording.events()), LayoutOptions.screen(1100, words))
        .rows()
        .stream()
        .flatMap(row -> row.labels().stream())
        .filter(label -> label.face() == Face.SMALL)
        .map(Label::text)
        .toList();
  }

  @Test
  void whatAcceptHandsOverGetsItsDescriptorOnly() {
    listener();
    arrives();
    accepts(recording.start("server#1", "accept(5)"));

    assertThat(names()).containsExactly("LISTEN, ESTABLISHED", "(fd 6)");
  }

  @Test
  void whatIsAcceptedWithinARowIsNamedOnce() {
    listener();
    long accept = recording.start("server#1", "accept(5)");
    arrives();
    accepts(accept);

    assertThat(names()).containsExactly("LISTEN", "ESTABLISHED (fd 6)");
  }
}
