package socketscope.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether this process, and so the programs that it starts, may do what takes a privilege. */
final class Privileges {

  private static final String EFFECTIVE = "CapEff:";

  private Privileges() {}

  /**
   * Whether it has any capability (capabilities(7)); true, too, where this system does not tell.
   */
  static boolean any() {
    try {
      List<String> status = Files.readAllLines(Path.of("/proc", "self", "status"));
      return status.stream()
          .filter(line -> line.startsWith(EFFECTIVE))
          .map(line -> line.substring(EFFECTIVE.length()).strip())
          .noneMatch(capabilities -> capabilities.matches("0+"));
    } catch (IOException e) {
      return true;
    }
  }
}
