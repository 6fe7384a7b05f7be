package socketscope.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.diagram.EventScript;
import socketscope.event.SocketId;
import socketscope.event.TcpState;
import socketscope.infer.Inference;
import socketscope.trace.TraceReader;

/** The panes and the diagram tell of one moment. */
class CardsAndBandsTest {

  static Stream<Path> recorded() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/socketscope"))) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void agreeInRecordedExperiments(Path file) throws Exception {
    CardsAndBands.agreeAtEveryMoment(Inference.complete(TraceReader.read(file).events()));
  }

  @Test
  void aBlockedConnectIsInSynSentBeforeTheKernelIsAsked() {
    EventScript recording = new EventScript();
    recording.program("client", 1).call("client#1", "socket(AF_INET, SOCK_STREAM, 0)", 5);
    recording.blocked(recording.start("client#1", "connect(5, 127.0.0.1:5000)"));

    SocketStatus socket =
        Status.of(recording.events())
            .program("client")
            .flatMap(client -> client.socket(new SocketId("client", 1)))
            .orElseThrow();

    assertThat(socket.condition()).isEqualTo(SocketStatus.Condition.TCP);
    assertThat(socket.state()).isEqualTo(TcpState.SYN_SENT);
    CardsAndBands.agreeAtEveryMoment(recording.events());
  }

  @Test
  void aBoundSocketHasItsAddressBeforeTheKernelIsAsked() {
    EventScript recording = new EventScript();
    recording.program("server", 1).call("server#1", "socket(AF_INET, SOCK_DGRAM, 0)", 5);
    recording.call("server#1", "bind(5, 127.0.0.1:5000)", 0);

    SocketStatus socket = Status.of(recording.events()).programs().getFirst().sockets().getFirst();

    assertThat(socket.condition()).isEqualTo(SocketStatus.Condition.BOUND);
    assertThat(socket.local()).hasToString("127.0.0.1:5000");
    CardsAndBands.agreeAtEveryMoment(recording.events());
  }
}
