package socketscope.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenWindowTest {

  @TempDir Path folder;

  private Path experiment(String name) throws Exception {
    return Files.writeString(folder.resolve(name), "{}\n");
  }

  @Test
  void aClosedWindowLeavesNothing() throws Exception {
    OpenWindow window = new OpenWindow(folder);
    assertThat(window.open()).isEmpty();
    experiment("20260101-000000-000-" + ProcessHandle.current().pid() + ".jsonl");
    window.close();
    assertThat(new OpenWindow(folder).open()).isEmpty();
  }

  @Test
  void aMarkThatNobodyHoldsIsThatOfAWindowThatWasNotClosed() throws Exception {
    Files.createFile(folder.resolve("77.open"));
    experiment("20260101-000000-000-77.jsonl");
    Path last = experiment("20260101-000001-000-77.jsonl");
    experiment("20260101-000002-000-78.jsonl");
    assertThat(new OpenWindow(folder).open()).contains(last);
    assertThat(folder.resolve("77.open")).doesNotExist();
  }

  @Test
  void anOpenWindowIsNoLostOne() throws Exception {
    OpenWindow other = new OpenWindow(folder);
    assertThat(other.open()).isEmpty();
    experiment("20260101-000000-000-" + ProcessHandle.current().pid() + ".jsonl");
    assertThat(new OpenWindow(folder).open()).isEmpty();
    other.close();
  }

  @Test
  void anEarlierProcessOfTheSameNumberIsNotMeant() throws Exception {
    Path earlier = experiment("20250101-000000-000-77.jsonl");
    Files.setLastModifiedTime(earlier, FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));
    Files.createFile(folder.resolve("77.open"));
    assertThat(new OpenWindow(folder).open()).isEmpty();
  }

  @Test
  void aWindowInWhichNothingWasCalledLeavesNothingToAskAbout() throws Exception {
    Files.createFile(folder.resolve("77.open"));
    assertThat(new OpenWindow(folder).open()).isEmpty();
  }
}
