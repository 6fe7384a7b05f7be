package socketscope.code;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.lesson.Lessons;

/**
 * Compiles and runs the programs of real experiments: they repeat what the kernel answered. Every
 * shipped lesson, and those of all kinds of errors, in every language whose compiler is there. Two
 * lessons at a time are played, and repeated in one language after the other.
 */
class CodeIT {

  private static final Path OWN = Path.of("src/test/resources/socketscope/code/lessons");
  private static final Path STRANGE = Path.of("src/test/resources/socketscope/cli/lessons");
  private static final int AT_ONCE = 2;

  private static final Map<String, CompletableFuture<Void>> RUNNING = new HashMap<>();

  /** New for each run of this class: what failed is tried once more. */
  private static ExecutorService workers;

  @TempDir static Path folder;

  static List<String> lessons() throws IOException {
    List<String> lessons = new ArrayList<>(Lessons.ids());
    lessons.addAll(in(OWN));
    lessons.addAll(in(STRANGE));
    String only = System.getProperty("lessons", "");
    return lessons.stream().filter(lesson -> lesson.matches(".*(" + only + ").*")).toList();
  }

  private static List<String> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(f -> f.endsWith(".md")).sorted().toList();
    }
  }

  static Stream<Arguments> experiments() throws IOException {
    return lessons().stream()
        .flatMap(lesson -> Stream.of(Toolchain.values()).map(tools -> Arguments.of(lesson, tools)));
  }

  @BeforeAll
  static void startAll() throws Exception {
    List<Toolchain> there = new ArrayList<>();
    for (Toolchain tools : Toolchain.values()) {
      if (tools.isThere()) {
        there.add(tools);
      }
    }
    workers = Executors.newFixedThreadPool(AT_ONCE);
    for (String lesson : lessons()) {
      there.forEach(tools -> RUNNING.put(lesson + tools, new CompletableFuture<>()));
      workers.execute(() -> repeat(lesson, there));
    }
  }

  private static void repeat(String lesson, List<Toolchain> there) {
    CompletableFuture<PlayedLesson> played = new CompletableFuture<>();
    settle(played, () -> PlayedLesson.of(lesson));
    for (Toolchain tools : there) {
      settle(
          RUNNING.get(lesson + tools),
          () -> {
            Path own = Files.createTempDirectory(folder, tools.name());
            new Repetition(played.join(), tools, own).check();
            return null;
          });
    }
  }

  @SuppressWarnings("CatchingUnchecked") // the test that waits for it throws it again
  private static <T> void settle(CompletableFuture<T> future, Callable<T> attempt) {
    try {
      future.complete(attempt.call());
    } catch (Exception | AssertionError e) {
      future.completeExceptionally(e);
    }
  }

  @AfterAll
  static void stop() {
    workers.shutdownNow();
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void theProgramsRepeatTheExperiment(String lesson, Toolchain tools) throws Throwable {
    CompletableFuture<Void> run = RUNNING.get(lesson + tools);
    assumeTrue(run != null, () -> tools + " is not installed");
    try {
      run.join();
    } catch (CompletionException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
