package socketscope;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a test needs of the machine, and is skipped without. Where everything was promised, as the
 * build of a release does, nothing may be skipped: see packaging/TestSummary.java.
 */
public final class Needs {

  private Needs() {}

  /** Programs on the PATH. */
  public static void tools(String... names) {
    for (String name : names) {
      assumeTrue(has(name), name + " is not installed");
    }
  }

  /** Whether there is such a program on the PATH. */
  public static boolean has(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** The right of root to give rights away. */
  public static void root() {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can give rights away");
  }
}
