package socketscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.trace.TraceReader;

/**
 * Calls in odd orders, with odd arguments, that the kernel refuses: one file for each subject. Of
 * the shipped lessons see socketscope.lesson.ShippedLessonsIT.
 */
@ExtendWith(StracedPool.Extension.class)
class StraceIT {

  @TempDir private Path folder;

  private static List<Path> unusualLessons() throws Exception {
    Path lessons = Path.of(StraceIT.class.getResource("lessons").toURI());
    try (Stream<Path> files = Files.list(lessons)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("unusualLessons")
  void everyCallOfAnUnusualLessonIsOneSystemCall(Path lesson, StracedPool pool) throws Exception {
    Path trace = folder.resolve("trace.jsonl");
    StracedCommands.Run run =
        pool.with(commands ->
            commands.run(List.of("run", lesson.toString(), "--lang=en", "--trace=" + trace)));
    assertThat(run.exitCode()).as(run.messages()).isZero();
    SystemCalls.agree(TraceReader.read(trace).events(), run.log());
  }
}
