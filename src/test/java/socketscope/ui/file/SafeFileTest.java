package socketscope.ui.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeFileTest {

  @TempDir Path folder;

  @Test
  void whatWasThereStaysWhereWritingFails() throws Exception {
    Path file = Files.writeString(folder.resolve("trace.jsonl"), "before");
    assertThatThrownBy(() ->
            SafeFile.write(
                file,
                path -> {
                  Files.writeString(path, "half");
                  throw new IOException("No space left on device");
                }))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("before");
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aNewContentTakesThePlaceOfTheOldOne() throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "before");
    SafeFile.write(file, path -> Files.writeString(path, "after"));
    assertThat(file).hasContent("after");
  }

  @Test
  void itIsSaidWhy() {
    Path nowhere = folder.resolve("none/a");
    assertThatThrownBy(() -> SafeFile.write(nowhere, path -> Files.writeString(path, "x")))
        .isInstanceOfSatisfying(
            IOException.class,
            why -> assertThat(SafeFile.reason(why)).isEqualTo("fault.write.folder"));
    assertThat(SafeFile.reason(new IOException("No space left on device")))
        .isEqualTo("fault.write.full");
    assertThat(SafeFile.reason(new IOException("else"))).isEqualTo("fault.write");
  }

  @ParameterizedTest
  @CsvSource({
    "TCP IPV4, tcp-ipv4",
    "half-close, half-close",
    "Conexión rechazada.md, conexion-rechazada",
    "../../etc/passwd, etc-passwd",
    "…, socketscope"
  })
  void aTitleMakesAName(String title, String name) {
    assertThat(SafeFile.name(title)).isEqualTo(name);
  }
}
