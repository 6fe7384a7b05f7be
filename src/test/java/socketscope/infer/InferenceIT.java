package socketscope.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.cli.CommandRun;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.lesson.Lessons;
import socketscope.trace.TraceReader;

/** What is inferred is held against what was captured in the same run. */
class InferenceIT {

  @TempDir private Path folder;

  static Stream<Arguments> shippedLessons() {
    return Lessons.ids().stream()
        .flatMap(id -> Stream.of("ipv4", "ipv6").map(family -> Arguments.of(id, family)));
  }

  @ParameterizedTest
  @MethodSource("shippedLessons")
  void infersWhatIsCapturedInEveryShippedLesson(String lesson, String family) throws Exception {
    List<Event> events = captured(lesson, "--family", family);
    assertThat(Tally.inferred(events)).isEqualTo(Tally.captured(events));
  }

  private List<Event> captured(String lesson, String... options) throws Exception {
    Path trace = folder.resolve("trace.jsonl");
    List<String> arguments = new java.util.ArrayList<>(List.of("run", lesson));
    arguments.addAll(List.of("--trace", trace.toString()));
    arguments.addAll(List.of(options));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.messages()).isLessThan(2);
    List<Event> events = TraceReader.read(trace).events();
    assumeThat(events)
        .as("packets can be captured here")
        .anyMatch(event ->
            event instanceof CaptureStarted started && started.method() != CaptureMethod.NONE);
    return events;
  }
}
