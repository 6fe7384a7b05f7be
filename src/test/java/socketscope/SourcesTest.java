package socketscope;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Guards what only the source files show. */
class SourcesTest {

  private static final Path MAIN = Path.of("src/main/java/socketscope");
  private static final Path TEST = Path.of("src/test/java/socketscope");

  private final Map<Path, String> main = read(MAIN);

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    for (Path file : main.keySet()) {
      Path folder = file.getParent();
      if (!folder.equals(MAIN)) {
        Path info = folder.resolve("package-info.java");
        assertThat(main).as("the packages").containsKey(info);
        assertThat(main.get(info)).as("%s", info).contains("/**").contains("NullMarked");
      }
    }
  }

  @Test
  void noFileIsLong() {
    Map<Path, Integer> tooLong = new TreeMap<>(lengths(main));
    tooLong.values().removeIf(lines -> lines <= 400);
    // A table: all that is true of each call, one after the other.
    tooLong.remove(MAIN.resolve("event/Function.java"));
    assertThat(tooLong).as("files of more than 400 lines").isEmpty();
  }

  @Test
  void mostFilesAreShort() {
    List<Integer> lengths = lengths(main).values().stream().sorted().toList();
    assertThat(lengths.get(lengths.size() / 2)).as("the median in lines").isLessThan(80);
  }

  @Test
  void theSystemIsAskedForItsNameInOnePlace() {
    Set<Path> askers =
        Set.of(
            MAIN.resolve("syscall/local/Systems.java"),
            // Which of the tables of constants this system's is.
            MAIN.resolve("constant/SystemName.java"),
            // It records the name in the trace, and chooses nothing by it.
            MAIN.resolve("lab/Application.java"));
    assertThat(containing(main, "\"os\\.name\""))
        .as("differences between systems are tables, chosen in one place")
        .isSubsetOf(askers);
  }

  @Test
  void noTestSleeps() {
    assertThat(containing(read(TEST), "Thread\\s*\\.\\s*sleep\\("))
        .as("a test waits for a condition")
        .isEmpty();
  }

  private static List<Path> containing(Map<Path, String> sources, String regex) {
    Pattern pattern = Pattern.compile(regex);
    return sources.keySet().stream().filter(f -> pattern.matcher(sources.get(f)).find()).toList();
  }

  private static Map<Path, Integer> lengths(Map<Path, String> sources) {
    return sources.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> (int) entry.getValue().lines().count()));
  }

  private static Map<Path, String> read(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(toMap(file -> file, SourcesTest::text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
