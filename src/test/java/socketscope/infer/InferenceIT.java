package socketscope.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.cli.CommandRun;
import socketscope.event.CaptureEnded;
import socketscope.event.Event;
import socketscope.lesson.ShippedPlays;
import socketscope.trace.TraceFormatException;
import socketscope.trace.TraceReader;

/** Real runs: what is inferred is held against what was captured in the same run. */
class InferenceIT {

  /** The loopback interface is shared: somebody else's flood may cost the capture packets. */
  private static final int TRIES = 3;

  /**
   * Lessons that leave sockets open, whose FINs go when the programs have ended and nobody can be
   * asked any more, or with packets that no counter counts: ICMP for a socket that is not
   * connected, a RST for an orphan, a SYN that was sent again.
   */
  private static final Set<String> TOLD_IN_PART =
      Set.of(
          "acks",
          "backlog",
          "boundaries",
          "descriptors",
          "door",
          "half-close",
          "killed",
          "ipv6",
          "layers",
          "loop",
          "nobody",
          "order",
          "ports",
          "raw",
          "restart-reuse",
          "sharing",
          "stopped",
          "threads",
          "waiting",
          "wrong-order");

  /** The loopback interface carries several segments as one packet; see below. */
  private static final Set<String> MANY_SEGMENTS = Set.of("buffers");

  @TempDir private Path folder;

  static Stream<Arguments> shippedLessons() {
    return ShippedPlays.byTurns();
  }

  @ParameterizedTest
  @MethodSource("shippedLessons")
  void infersWhatIsCapturedInEveryShippedLesson(String lesson, String how) throws Exception {
    List<Event> events = captured(ShippedPlays.command(lesson, how).toArray(String[]::new));
    Tally inferred = Tally.inferred(events);
    Tally captured = Tally.captured(events);
    assertThat(inferred.bytes()).isEqualTo(captured.bytes());
    if (TOLD_IN_PART.contains(lesson)) {
      assertThat(inferred.within(captured)).as("%s %s", inferred, captured).isTrue();
    } else if (!MANY_SEGMENTS.contains(lesson)) {
      assertThat(inferred).isEqualTo(captured);
    }
  }

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
    assertThat(Tally.inferred(events)).isEqualTo(Tally.captured(events));
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
    List<Event> events = List.of();
    for (int i = 0; i < TRIES && !whole(events); i++) {
      events = run(command);
    }
    assumeThat(whole(events)).as("packets can be captured here, and none was lost").isTrue();
    return events;
  }

  private static boolean whole(List<Event> events) {
    return events.stream()
        .anyMatch(
            event -> event instanceof CaptureEnded ended && ended.reason().equals("finished"));
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
