package socketscope.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureLogTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("state").resolve("test.log");
  }

  private LogFile log(long capacity) {
    return new LogFile(file(), () -> "Socketscope 1, Java 2", capacity);
  }

  private static RuntimeException failure(String message) {
    return new IllegalStateException(message);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(file().getParent())) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void thereIsNoFileUntilSomethingFails() {
    assertThat(log(1000).text()).isEmpty();
    assertThat(file()).doesNotExist();
  }

  @Test
  void aFailureIsLoggedWithItsThreadItsCauseAndWhoWrites() {
    LogFile log = log(100_000);
    Thread thread = Thread.ofPlatform().name("from-client").unstarted(() -> {});
    new FailureLog(log)
        .uncaughtException(thread, new IllegalStateException("outer", failure("inner")));
    assertThat(log.text())
        .contains("ERROR Socketscope 1, Java 2 (process " + ProcessHandle.current().pid() + ")")
        .contains("in thread from-client")
        .contains("IllegalStateException: outer\n\tat ")
        .contains("Caused by: java.lang.IllegalStateException: inner");
  }

  @Test
  void whatFailsAtEachFrameDoesNotFillTheLog() {
    LogFile log = log(100_000);
    FailureLog failures = new FailureLog(log);
    for (int i = 0; i < 1000; i++) {
      failures.uncaughtException(Thread.currentThread(), failure("again"));
    }
    assertThat(log.text().lines().filter(line -> line.contains("in thread"))).hasSize(1);
    assertThat(log.text()).contains("again for the 512th time").doesNotContain("513th");
    failures.uncaughtException(Thread.currentThread(), new NullPointerException("other"));
    assertThat(log.text().lines().filter(line -> line.contains("in thread"))).hasSize(2);
  }

  @Test
  void onlyItsUserCanReadIt() throws IOException {
    log(1000).log(System.Logger.Level.ERROR, "text");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aFullLogIsRotatedAndTheOldestGoes() throws IOException {
    LogFile log = log(1000);
    String text = "x".repeat(900);
    for (int i = 1; i <= 5; i++) {
      log.log(System.Logger.Level.ERROR, "number " + i + text);
    }
    assertThat(files()).containsExactly("test.log", "test.log.1", "test.log.2");
    assertThat(log.text()).contains("number 5").doesNotContain("number 4");
    assertThat(file().resolveSibling("test.log.1")).content().contains("number 4");
    assertThat(file().resolveSibling("test.log.2")).content().contains("number 3");
  }

  @Test
  void whereItCannotBeWrittenTheRestGoesOn() throws IOException {
    Files.createFile(folder.resolve("state"));
    new FailureLog(log(1000)).uncaughtException(Thread.currentThread(), failure("unwritable"));
    assertThat(folder.resolve("state")).isEmptyFile();
  }
}
