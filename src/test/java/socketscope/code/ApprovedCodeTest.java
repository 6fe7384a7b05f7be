package socketscope.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.event.Event;
import socketscope.export.CodeWords;
import socketscope.text.Language;
import socketscope.trace.TraceReader;

/**
 * The programs of the lessons tcp and udp, beside sources that people have read and found right.
 * {@code -Dapprove=true} writes what is new, to be read.
 */
class ApprovedCodeTest {

  private static final Path FOLDER = Path.of("src/test/resources/socketscope/code");

  static Stream<Arguments> sources() {
    return Stream.of("tcp", "udp")
        .flatMap(lesson ->
            Stream.of(ProgramLanguage.values()).map(language -> Arguments.of(lesson, language)));
  }

  private static List<Program> programs(String lesson, ProgramLanguage language, Language words)
      throws Exception {
    List<Event> events = TraceReader.read(FOLDER.resolve(lesson + ".jsonl")).events();
    return Code.of(events, language, CodeWords.in(words));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void theSourceIsAsApproved(String lesson, ProgramLanguage language) throws Exception {
    for (Program program : programs(lesson, language, Language.ENGLISH)) {
      Path approved = FOLDER.resolve("approved").resolve(lesson).resolve(program.fileName());
      if (Boolean.getBoolean("approve")) {
        Files.createDirectories(approved.getParent());
        Files.writeString(approved, program.source());
      }
      assertThat(program.source()).isEqualTo(Files.readString(approved));
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void everyCallHasItsLine(String lesson, ProgramLanguage language) throws Exception {
    for (Program program : programs(lesson, language, Language.SPANISH)) {
      long calls =
          program.lines().stream().flatMap(line -> line.calls().stream()).distinct().count();
      assertThat(calls).isEqualTo(program.results().size()).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void onlyTheClientWaitsAndOnlyForWhatNothingElseOrders(String lesson, ProgramLanguage language)
      throws Exception {
    for (Program program : programs(lesson, language, Language.ENGLISH)) {
      List<String> awaited =
          program.waits().stream()
              .flatMap(wait -> wait.others().stream())
              .map(point -> point.program() + " " + point.call().replaceAll("\\(.*", ""))
              .toList();
      if (program.name().equals("server")) {
        assertThat(awaited).isEmpty();
      } else {
        assertThat(awaited).containsExactly(lesson.equals("udp") ? "server bind" : "server listen");
      }
    }
  }
}
