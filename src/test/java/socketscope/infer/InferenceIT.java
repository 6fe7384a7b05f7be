package socketscope.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.capture.CaptureCheck;
import socketscope.cli.CommandRun;
import socketscope.event.CaptureMethod;
import socketscope.event.Event;
import socketscope.trace.TraceFormatException;
import socketscope.trace.TraceReader;

/** Real runs: what is inferred is held against what was captured in the same run. */
class InferenceIT {

  @TempDir private Path folder;

  static Stream<Arguments> constructedLessons() {
    return Stream.of(
            "refused", "half-close", "unread-reset", "before-accept", "answer-to-nobody", "blocked")
        .flatMap(id -> Stream.of("ipv4", "ipv6").map(family -> Arguments.of(id, family)));
  }

  @ParameterizedTest
  @MethodSource("constructedLessons")
  void infersWhatIsCapturedInOddLessons(String lesson, String family) throws Exception {
    List<Event> events = captured("run", file(lesson), "--family", family);
    assertThat(Tally.captured(events).counts()).isNotEmpty();
    InferenceCheck.sameAsCaptured(events);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ipv4", "ipv6"})
  void saysLessWhereTheKernelTellsNobody(String family) throws Exception {
    List<Event> events = captured("run", file("udp-refused"), "--family", family);
    assertThat(Tally.inferred(events).within(Tally.captured(events))).isTrue();
    assertThat(Tally.inferred(events).counts()).containsKeys("client → server DATA");
  }

  /**
   * The bytes of a great send are all there, sent again or not. Of the segments there may be more
   * than packets: the loopback interface carries several as one, which TCP counts one by one.
   */
  @Test
  void countsEveryByteOfAGreatSend() throws Exception {
    Path lesson = folder.resolve("great.md");
    String steps =
        """
        # Great
        ```steps
        port p
        server: l = socket(AF_INET, SOCK_STREAM)
        server: bind(l, 127.0.0.1:p) = 0
        server: listen(l, 1) = 0
        client: s = socket(AF_INET, SOCK_STREAM)
        client: connect(s, 127.0.0.1:p) = 0
        server: c = accept(l)
        client: send(s, "DATA")
        server: recv(c, 200000, MSG_WAITALL)
        server: ioctl(c, FIONREAD) = [0]
        client: close(s) = 0
        server: close(c) = 0
        server: close(l) = 0
        ```
        """;
    Files.writeString(lesson, steps.replace("DATA", "x".repeat(200_000)));
    List<Event> events = captured("run", lesson.toString(), "--family", "ipv4");
    Tally.Count inferred = Tally.inferred(events).counts().get("client → server DATA");
    Tally.Count captured = Tally.captured(events).counts().get("client → server DATA");
    assertThat(inferred.bytes()).isEqualTo(captured.bytes()).isGreaterThanOrEqualTo(200_000);
    assertThat(inferred.packets()).isGreaterThanOrEqualTo(captured.packets());
  }

  private static String file(String lesson) throws URISyntaxException {
    return Path.of(InferenceIT.class.getResource(lesson + ".md").toURI()).toString();
  }

  /** A run of which every packet was captured. */
  private List<Event> captured(String... command) throws Exception {
    assumeThat(CaptureCheck.find().method()).isNotEqualTo(CaptureMethod.NONE);
    List<Event> events = run(command);
    InferenceCheck.assertWhole(events);
    return events;
  }

  private List<Event> run(String... command)
      throws IOException, InterruptedException, TraceFormatException {
    Path trace = folder.resolve("trace.jsonl");
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--trace", trace.toString()));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.messages()).isZero();
    return TraceReader.read(trace).events();
  }
}
