package socketscope.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.cli.StracedPool;
import socketscope.lab.Capturing;
import socketscope.lesson.LessonException;

/**
 * Random experiments beside strace, tcpdump, tshark and ss. Several are played by the same
 * programs, one after another; of every other such row nothing is captured, and what is inferred is
 * compared with what tcpdump saw. The property {@code experiments} says how many, {@code together}
 * how many in a row, and {@code seed} the first of them. What differs is written to {@code
 * target/differential}.
 */
@Execution(ExecutionMode.CONCURRENT)
class RandomExperimentsIT {

  private static final Path FOUND = Path.of("target", "differential");

  private static StracedPool pool;

  @TempDir private Path folder;

  @BeforeAll
  static void begin() throws IOException {
    pool = StracedPool.of(TrialServer.class);
  }

  @AfterAll
  static void end() throws Exception {
    pool.close();
  }

  static Stream<Arguments> rows() {
    long first = Long.getLong("seed", 1);
    long until = first + Long.getLong("experiments", 12);
    long together = Long.getLong("together", 6);
    return LongStream.iterate(first, from -> from < until, from -> from + together)
        .mapToObj(from -> Arguments.of(from, Math.min(until, from + together) - 1));
  }

  /** A row that is shortened is played many times. */
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  @ParameterizedTest(name = "seeds {0} to {1}")
  @MethodSource("rows")
  void nobodySaysOtherwise(long from, long to) throws Exception {
    long together = Long.getLong("together", 6);
    boolean captured = (from - Long.getLong("seed", 1)) / together % 2 == 0;
    Capturing capturing = captured ? Capturing.WHERE_POSSIBLE : Capturing.OFF;
    Cast cast = new Cast();
    List<String> steps = new ArrayList<>();
    for (long seed = from; seed <= to; seed++) {
      steps.addAll(ExperimentGenerator.steps(seed, cast));
    }
    List<String> differences = played("Seeds " + from + " to " + to, steps, capturing);
    if (!differences.isEmpty()) {
      write(from + "-" + to, steps, differences, capturing);
      if (Boolean.getBoolean("shorten")) {
        shorten(from, to, capturing);
      }
    }
    assertThat(differences).as("seeds %d to %d, %s", from, to, capturing).isEmpty();
  }

  private List<String> played(String title, List<String> steps, Capturing capturing)
      throws Exception {
    Path own = Files.createTempDirectory(folder, "row");
    return Trial.differences(pool, title, steps, capturing, own);
  }

  /** Those of them that do the same alone, each with the steps that are needed only. */
  private void shorten(long from, long to, Capturing capturing) throws Exception {
    for (long seed = from; seed <= to; seed++) {
      String title = "Seed " + seed;
      List<String> steps = ExperimentGenerator.steps(seed);
      List<String> differences = played(title, steps, capturing);
      if (!differences.isEmpty()) {
        String judge = differences.getFirst().replaceFirst(":.*", "");
        List<String> needed =
            Shortening.of(steps, fewer -> differs(title, fewer, capturing, judge));
        write("" + seed, needed, differences, capturing);
      }
    }
  }

  private boolean differs(String title, List<String> steps, Capturing capturing, String judge)
      throws Exception {
    try {
      return played(title, steps, capturing).stream().anyMatch(one -> one.startsWith(judge));
    } catch (LessonException e) {
      return false; // a step that others need has gone
    }
  }

  private static void write(
      String name, List<String> steps, List<String> found, Capturing capturing) throws IOException {
    Files.createDirectories(FOUND);
    Files.writeString(
        FOUND.resolve(name + ".md"),
        Trial.lesson("Seed " + name, steps)
            + "\nPackets: %s\n\n".formatted(capturing)
            + String.join("\n\n", found)
            + "\n");
  }
}
