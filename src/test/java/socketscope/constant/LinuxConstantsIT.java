package socketscope.constant;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Compares Linux's constants with what a C compiler makes of the system's headers. */
@EnabledOnOs(
    value = OS.LINUX,
    architectures = {"amd64", "aarch64", "riscv64"},
    disabledReason = "the constants are those of Linux on these architectures")
class LinuxConstantsIT {

  private static String headers;

  @BeforeAll
  static void readTheHeaders(@TempDir Path folder) throws Exception {
    headers = LinuxHeaders.text(folder);
  }

  @Test
  void everyNumberIsTheHeaders() {
    Constants theirs = ConstantFile.parse(SystemName.LINUX, headers.getBytes(US_ASCII));
    Map<String, Long> differing = new HashMap<>();
    for (String name : Constants.linux().names()) {
      theirs
          .number(name)
          .ifPresent(number -> {
            if (number != Constants.linux().number(name).orElseThrow()) {
              differing.put(name, number);
            }
          });
    }
    assertThat(differing).isEmpty();
    assertThat(theirs.names()).hasSizeGreaterThan(1000);
  }

  /** Of the versions that the file is written from. */
  @Test
  @EnabledOnOs(architectures = "amd64", disabledReason = "the file has its numbers")
  void noConstantOfTheHeadersIsMissing() throws Exception {
    String file = Files.readString(LinuxHeaders.FILE);
    assumeThat(heading(headers))
        .as("headers of other versions have other constants")
        .isEqualTo(heading(file));
    assertThat(file).isEqualTo(headers);
  }

  private static String heading(String text) {
    return text.lines().findFirst().orElseThrow();
  }
}
