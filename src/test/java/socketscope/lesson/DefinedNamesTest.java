package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import socketscope.event.Bytes;

/** Which files a lesson may send. */
class DefinedNamesTest {

  @TempDir private Path all;

  private Path folder;
  private DefinedNames names;

  @BeforeEach
  void makeFiles() throws Exception {
    folder = Files.createDirectories(all.resolve("lesson").resolve("pictures")).getParent();
    Files.writeString(all.resolve("secret"), "secret");
    Files.writeString(folder.resolve("own"), "own");
    Files.writeString(folder.resolve("pictures").resolve("deep"), "deep");
    names = new DefinedNames(folder);
  }

  @Test
  void filesBesideTheLessonAndBelowAreRead() {
    assertThat(names.file("own")).contains(Bytes.utf8("own"));
    assertThat(names.file("pictures/deep")).contains(Bytes.utf8("deep"));
    assertThat(names.file("pictures/../own")).contains(Bytes.utf8("own"));
  }

  @Test
  void filesElsewhereAreNot() {
    assertThat(names.file("../secret")).isEmpty();
    assertThat(names.file(all.resolve("secret").toString())).isEmpty();
    assertThat(names.file("missing")).isEmpty();
    assertThat(names.file("pictures")).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksThatLeadElsewhereAreNotFollowed() throws Exception {
    Files.createSymbolicLink(folder.resolve("picture.png"), all.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("out"), all);
    Files.createSymbolicLink(folder.resolve("alias"), folder.resolve("own"));
    assertThat(names.file("picture.png")).isEmpty();
    assertThat(names.file("out/secret")).isEmpty();
    assertThat(names.file("alias")).contains(Bytes.utf8("own"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void devicesAndPipesAreNotRead() throws Exception {
    Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero"));
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(names.file("zero")).isEmpty();
    assertThat(names.file("pipe")).isEmpty();
  }
}
