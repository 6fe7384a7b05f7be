package socketscope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.cli.CommandRun;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Place;
import socketscope.socket.MadeCall;
import socketscope.text.Language;
import socketscope.trace.TraceReader;

/**
 * A table of what the kernel refuses: each case is a step of a lesson in {@code errnos}, with what
 * manual pages and kernel test suites expect. The kernel answers so, and each answer is explained
 * in words for that call and that situation.
 */
@EnabledOnOs(OS.LINUX)
class ErrnoTableIT {

  private static final List<String> WITHOUT_CAPABILITIES =
      List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all");

  @TempDir private Path folder;

  private static List<Path> lessons() throws Exception {
    return files("errnos");
  }

  private static List<Path> files(String name) throws Exception {
    Path lessons = Path.of(ErrnoTableIT.class.getResource(name).toURI());
    try (Stream<Path> files = Files.list(lessons)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void kernelAnswersAsTheTableSaysAndEachAnswerIsExplained(Path lesson) throws Exception {
    check(lesson, Place.ALONE, List.of());
  }

  @Test
  void ordinaryUserIsAnsweredAsTheTableSays() throws Exception {
    boolean root = System.getProperty("user.name").equals("root");
    for (Path lesson : files("errnos/user")) {
      check(lesson, Place.SHARED, root ? WITHOUT_CAPABILITIES : List.of());
    }
  }

  private void check(Path lesson, Place place, List<String> prefix) throws Exception {
    Path trace = folder.resolve("trace.jsonl");
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        CommandRun.command(
            "run", lesson.toString(), "--where", place.word(), "--trace", trace.toString()));
    CommandRun run = CommandRun.awaited(CommandRun.start(command));
    assertThat(run.exitCode()).as(run.messages()).isZero();
    List<String> bare = new ArrayList<>();
    List<String> report = new ArrayList<>();
    List<Event> events = TraceReader.read(trace).events();
    for (int end = 1; end <= events.size(); end++) {
      if (events.get(end - 1) instanceof CallReturned returned && returned.result().failed()) {
        Story story = Story.of(events.subList(0, end));
        MadeCall call = story.call(returned.callId());
        String key = key(story, call, returned);
        String row = call.call() + " = " + returned.result() + " | " + key;
        report.add(row);
        for (Language language : Language.values()) {
          Explanation why = ErrnoExplanation.of(language).errno(story, returned);
          report.add("    " + why.meaning() + " → " + why.advice());
        }
        if (key.indexOf('.') < 0) {
          bare.add(row);
        }
      }
    }
    Path reports = Files.createDirectories(Path.of("target", "errnos"));
    Files.write(reports.resolve(lesson.getFileName() + ".txt"), report);
    assertThat(bare).as("explained whatever the call and its situation").isEmpty();
  }

  private static String key(Story story, MadeCall call, CallReturned returned) {
    return ErrnoExplanation.of(Language.ENGLISH)
        .key(call.call().function(), returned.result().errno().name(), story.circumstances(call));
  }
}
