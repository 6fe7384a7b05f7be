package socketscope.differential;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
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
import socketscope.code.PlayedLesson;
import socketscope.code.Repetition;
import socketscope.code.Toolchain;

/**
 * The exported programs of random experiments repeat them. The property {@code programs} says how
 * many, and {@code seed} the first of them.
 */
@ParameterizedClass(name = "seed {0}")
@MethodSource("seeds")
@Execution(ExecutionMode.CONCURRENT)
class RandomProgramsIT {

  private static final Map<Long, PlayedLesson> PLAYED = new ConcurrentHashMap<>();

  static LongStream seeds() {
    long first = Long.getLong("seed", 1);
    return LongStream.range(first, first + Long.getLong("programs", 2));
  }

  @Parameter private long seed;

  @BeforeParameterizedClassInvocation
  static void play(long seed) throws Exception {
    Path file = Files.createTempFile("seed" + seed, ".md");
    try {
      Files.writeString(file, Trial.lesson("Seed " + seed, ExperimentGenerator.stepsOfOne(seed)));
      PLAYED.put(seed, PlayedLesson.of(file.toString()));
    } finally {
      Files.delete(file);
    }
  }

  @AfterParameterizedClassInvocation
  static void forget(long seed) {
    PLAYED.remove(seed);
  }

  @ParameterizedTest
  @EnumSource
  void theProgramsRepeatTheExperiment(Toolchain tools, @TempDir Path folder) throws Exception {
    tools.need();
    new Repetition(PLAYED.get(seed), tools, folder).check();
  }
}
