package socketscope.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.PacketInferred;
import socketscope.event.PacketInferred.Kind;
import socketscope.event.Stamp;
import socketscope.event.TcpState;
import socketscope.infer.Inference;
import socketscope.infer.Unseen;
import socketscope.trace.TraceReader;

/** Which packet woke a blocked call. */
class WakeTest {

  /** Each return that a packet woke, as the call and what the packet was. */
  private static List<String> woken(List<Event> events) {
    List<Row> rows = Diagram.of(events).rows();
    List<String> woken = new ArrayList<>();
    for (Row row : rows) {
      if (row instanceof CallRow call && call.wokenBy() >= 0) {
        Function function = java.util.Objects.requireNonNull(call.call()).function();
        woken.add(call.program() + " " + function + " " + rows.get(call.wokenBy()).look());
      }
    }
    return woken;
  }

  @Test
  void capturedPacketsWakeCalls() throws Exception {
    URL trace = Unseen.class.getResource("blocked.jsonl");
    assertThat(woken(TraceReader.read(Path.of(trace.toURI())).events()))
        .containsExactly(
            "server ACCEPT ACK", "server RECV DATA", "client RECV DATA", "server RECV FIN");
  }

  @Test
  void inferredPacketsWakeTheSameCalls() throws Exception {
    assertThat(woken(Inference.complete(Unseen.trace("blocked"))))
        .containsExactly(
            "server ACCEPT ACK", "server RECV DATA", "client RECV DATA", "server RECV FIN");
  }

  private final EventScript recording = new EventScript();

  /** A recv() of the server that blocks, while a packet of that kind comes in. */
  private long blockedWhile(Kind kind) {
    recording.at(0).state("server#1", 5, TcpState.ESTABLISHED);
    long recv = recording.at(10).start("server#1", "recv(5, 100, 0)");
    recording.at(20).blocked(recv);
    long nanos = recording.events().getLast().stamp().nanos() + 1000;
    recording.add(
        new PacketInferred(
            new Stamp(nanos, "", 99),
            "client",
            "server",
            EventScript.address("127.0.0.1:40000"),
            EventScript.address("127.0.0.1:5000"),
            kind,
            1,
            0,
            nanos,
            nanos,
            recording.events().getLast(),
            null));
    recording.at(30);
    return recv;
  }

  @Test
  void dataWakeTheirReader() {
    recording.returned(blockedWhile(Kind.DATA), EventScript.data("hola"));
    assertThat(woken(recording.events())).containsExactly("server RECV DATA");
  }

  @Test
  void anAcknowledgmentWakesNoReader() {
    recording.returned(blockedWhile(Kind.ACK), EventScript.data("hola"));
    assertThat(woken(recording.events())).isEmpty();
  }

  @Test
  void whatASignalInterruptsWasWokenByNoPacket() {
    recording.returned(blockedWhile(Kind.DATA), EventScript.failed(4, "EINTR"));
    assertThat(woken(recording.events())).isEmpty();
  }
}
