package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketscope.cli.CommandRun;

/** Windows in processes of their own, one of which is killed. */
class RecoveryIT {

  private static final long PATIENCE_SECONDS = 200;

  @TempDir Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void endProcesses() throws InterruptedException {
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
  }

  private BufferedReader window(String task) throws IOException {
    List<String> command =
        CommandRun.commandOf(
            ObservedWindow.class,
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Duser.language=en");
    command.add(task);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("XDG_STATE_HOME", folder.toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder.redirectError(folder.resolve("errors-" + processes.size()).toFile());
    Process process = builder.start();
    processes.add(process);
    // Its end ends whoever reads what it writes.
    process
        .onExit()
        .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenAccept(Process::destroyForcibly);
    return process.inputReader(StandardCharsets.UTF_8);
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
  void aWindowThatIsAskedToEndByASignalIsClosedAndRemembersWhatWasChosen() throws Exception {
    BufferedReader ended = window("call");
    assertThat(ended.readLine()).isEqualTo("asked: nothing");
    assertThat(ended.readLine()).isEqualTo("called");
    processes.getFirst().destroy();
    processes.getFirst().waitFor();
    assertThat(folder.resolve("socketscope/settings.properties"))
        .content()
        .contains("exchange=TCP");
    assertThat(window("look").readLine()).isEqualTo("asked: nothing");
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
