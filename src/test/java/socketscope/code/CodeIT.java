package socketscope.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles and runs the programs of real experiments: they repeat what the kernel answered. Those
 * of all kinds of errors, in every language; of the shipped lessons see
 * socketscope.lesson.ShippedLessonsIT.
 */
@ParameterizedClass
@MethodSource("lessons")
@Execution(ExecutionMode.CONCURRENT)
class CodeIT {

  private static final Path OWN = Path.of("src/test/resources/socketscope/code/lessons");
  private static final Path STRANGE = Path.of("src/test/resources/socketscope/cli/lessons");

  static List<String> lessons() throws IOException {
    List<String> lessons = new ArrayList<>(in(OWN));
    lessons.addAll(in(STRANGE));
    String only = System.getProperty("lessons", "");
    return lessons.stream().filter(lesson -> lesson.matches(".*(" + only + ").*")).toList();
  }

  private static List<String> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(f -> f.endsWith(".md")).sorted().toList();
    }
  }

  private static final Map<String, PlayedLesson> PLAYED = new ConcurrentHashMap<>();

  @Parameter private String lesson;

  @BeforeParameterizedClassInvocation
  static void play(String lesson) throws Exception {
    PLAYED.put(lesson, PlayedLesson.of(lesson));
  }

  @AfterParameterizedClassInvocation
  static void forget(String lesson) {
    PLAYED.remove(lesson);
  }

  @ParameterizedTest
  @EnumSource
  void theProgramsRepeatTheExperiment(Toolchain tools, @TempDir Path folder) throws Exception {
    tools.need();
    new Repetition(PLAYED.get(lesson), tools, folder).check();
  }
}
