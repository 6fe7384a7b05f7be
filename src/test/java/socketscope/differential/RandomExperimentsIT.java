package socketscope.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketscope.cli.StracedPool;

/**
 * Random experiments beside strace, tcpdump and tshark. The property {@code experiments} says how
 * many, and {@code seed} the first of them; what differs is written to {@code target/differential}.
 */
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(StracedPool.Extension.class)
class RandomExperimentsIT {

  private static final Path FOUND = Path.of("target", "differential");

  @TempDir private Path folder;

  static LongStream seeds() {
    long first = Long.getLong("seed", 1);
    return LongStream.range(first, first + Long.getLong("experiments", 12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nobodySaysOtherwise(long seed, StracedPool pool) throws Exception {
    List<String> steps = ExperimentGenerator.steps(seed);
    List<String> differences = played(pool, seed, steps);
    if (!differences.isEmpty()) {
      writeDown(pool, seed, steps, differences);
    }
    assertThat(differences).as(Trial.lesson("Seed " + seed, steps)).isEmpty();
  }

  private List<String> played(StracedPool pool, long seed, List<String> steps) throws Exception {
    Path own = Files.createTempDirectory(folder, "seed");
    return Trial.differences(pool, "Seed " + seed, steps, own);
  }

  private void writeDown(StracedPool pool, long seed, List<String> steps, List<String> found)
      throws Exception {
    String judge = found.getFirst().replaceFirst(":.*", "");
    List<String> needed =
        Boolean.getBoolean("shorten")
            ? Shortening.of(
                steps,
                fewer -> played(pool, seed, fewer).stream().anyMatch(one -> one.startsWith(judge)))
            : steps;
    Files.createDirectories(FOUND);
    Files.writeString(
        FOUND.resolve(seed + ".md"),
        Trial.lesson("Seed " + seed, needed) + "\n" + String.join("\n\n", found) + "\n");
  }
}
