package socketscope.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.event.Bytes;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
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

  /** The kernel tells the sender's address after its packet: until then its call tells. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sendto(5, \"\", 0, [::1]:25686)",
        "sendto(5, \"\", 0, [::]:25686)",
        "sendmsg(5, {msg_name=[::1]:25686, msg_iov=[\"\"]}, 0)",
        "sendmmsg(5, [{msg_name=[::1]:9, msg_iov=[\"\"]}, {msg_name=[::1]:25686, msg_iov=[\"\"]}], 0)",
      })
  void itIsKnownWhoSendsToIt(String call) {
    EventScript script = new EventScript().program("server", 1).program("client", 2);
    script.start("server#1", call);
    Bytes datagram =
        Bytes.copyOf(
            HexFormat.of()
                .parseHex(
                    "600405e800081140"
                        + "00000000000000000000000000000001"
                        + "00000000000000000000000000000001"
                        + "a25c64560008001b"));
    script.add(new PacketSeen(script.stamp(""), "lo", datagram.length(), datagram));

    assertThat(ways(script.events())).containsExactly("server to client");
  }
}
