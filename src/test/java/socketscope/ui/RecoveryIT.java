package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows in processes of their own, one of which is killed. */
class RecoveryIT {

  @TempDir Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void endProcesses() throws InterruptedException {
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
  }

  private BufferedReader window(String task) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Duser.language=en",
            "-Djava.util.prefs.userRoot=" + folder,
            "--enable-native-access=socketscope,javafx.graphics",
            "-p",
            modules(),
            "--patch-module",
            "socketscope=" + Path.of("target", "test-classes").toAbsolutePath(),
            "-m",
            "socketscope/" + ObservedWindow.class.getName(),
            task);
    builder.environment().put("XDG_STATE_HOME", folder.toString());
    builder.redirectError(folder.resolve("errors-" + processes.size()).toFile());
    Process process = builder.start();
    processes.add(process);
    return process.inputReader(StandardCharsets.UTF_8);
  }

  /** What the application consists of, wherever the build has put it. */
  private static String modules() {
    return Stream.of("java.class.path", "jdk.module.path", "surefire.test.class.path")
        .map(System::getProperty)
        .filter(Objects::nonNull)
        .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
        .filter(path -> !path.endsWith("test-classes"))
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String lost() {
    return "asked: The last experiment was not closed properly. Everything that had happened in it was kept.";
  }

  private List<Path> experiments() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("socketscope/experiments"))) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
    }
  }

  @Test
  void afterAWindowWasKilledTheNextOneAsksOnce() throws Exception {
    BufferedReader killed = window("call");
    assertThat(killed.readLine()).isEqualTo("asked: nothing");
    assertThat(killed.readLine()).isEqualTo("called");

    assertThat(window("look").readLine())
        .as("two windows at once are no crash")
        .isEqualTo("asked: nothing");

    processes.getFirst().destroyForcibly().waitFor();
    assertThat(experiments()).isNotEmpty();
    BufferedReader next = window("open");
    assertThat(next.readLine()).isEqualTo(lost());
    assertThat(next.readLine()).isEqualTo("opened");
    processes.getLast().waitFor();

    assertThat(window("look").readLine()).isEqualTo("asked: nothing");
  }
}
