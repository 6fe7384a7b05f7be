package socketscope.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketscope.event.Event;
import socketscope.trace.TraceReader;

/** Packets to and from an address that nobody has. */
class NobodyTest {

  private static List<Event> refused() throws Exception {
    Path trace = Path.of("src/test/resources/socketscope/export/captured-refused.jsonl");
    return TraceReader.read(trace).events();
  }

  /** Between whom the packets go. */
  private static List<String> ways(List<Event> events) {
    return Diagram.of(events).rows().stream()
        .filter(PacketRow.class::isInstance)
        .map(row -> row.program() + " to " + ((PacketRow) row).receiver())
        .toList();
  }

  @Test
  void theFirstProgramOfTheOtherSideIsDrawnToAnswer() throws Exception {
    assertThat(ways(refused())).startsWith("client to server", "server to client");
  }

  @Test
  void aProgramThatIsAloneIsAnsweredByItsOwnKernel() throws Exception {
    List<Event> alone =
        refused().stream().filter(event -> !event.program().equals("server")).toList();

    assertThat(ways(alone)).isNotEmpty().containsOnly("client to client");
  }
}
