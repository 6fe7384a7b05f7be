package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortReservationIT {

  /** Without locks, two processes would almost surely choose some of the same ports. */
  private static final int EACH = 400;

  private final List<Process> holders = new ArrayList<>();

  private Process holder() throws Exception {
    Path tests =
        Path.of(PortHolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path classes = Path.of(System.getProperty("socketscope.classes"));
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes + System.getProperty("path.separator") + testClasses(tests, classes),
                PortHolder.class.getName(),
                Integer.toString(EACH))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    holders.add(holder);
    return holder;
  }

  /** In a patched module, the tests' classes seem to come from where the module's own do. */
  private static Path testClasses(Path found, Path classes) {
    return found.equals(classes) ? classes.resolveSibling("test-classes") : found;
  }

  @AfterEach
  void endHolders() throws Exception {
    for (Process holder : holders) {
      holder.outputWriter().close();
      assertThat(holder.waitFor()).isZero();
    }
  }

  private static List<Integer> ports(Process holder) throws Exception {
    List<Integer> ports = new ArrayList<>();
    BufferedReader output = holder.inputReader();
    for (String line = output.readLine(); !"all".equals(line); line = output.readLine()) {
      ports.add(Integer.valueOf(line));
    }
    return ports;
  }

  @Test
  void copiesThatRunAtOnceNeverChooseTheSamePort() throws Exception {
    Process one = holder();
    Process other = holder();
    List<Integer> all = new ArrayList<>(ports(one));
    all.addAll(ports(other));

    assertThat(all).hasSize(2 * EACH);
    assertThat(new HashSet<>(all)).hasSize(2 * EACH);
  }
}
