package socketscope.syscall.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemsTest {

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, Linux",
    "Linux, aarch64, Linux",
    "Linux, riscv64, Linux",
    "Mac OS X, x86_64, macOS",
    "Mac OS X, aarch64, macOS",
    "Windows 11, amd64, Windows",
    "Windows Server 2022, aarch64, Windows"
  })
  void aSystemHasItsTables(String name, String architecture, String system) throws Exception {
    assertThat(Systems.tables(name, architecture).system()).isEqualTo(system);
  }

  @ParameterizedTest
  @CsvSource({"FreeBSD, amd64", "Linux, ppc64le", "Linux, arm", "Windows 10, x86"})
  void anUnknownSystemIsNamedInASentence(String name, String architecture) {
    assertThatThrownBy(() -> Systems.tables(name, architecture))
        .isInstanceOf(UnsupportedSystemException.class)
        .hasMessageContaining(name + " on " + architecture)
        .hasMessageEndingWith(".");
  }

  @Test
  void signalsAreOnlyWherePosixIs() throws Exception {
    assertThat(Systems.tables("Linux", "amd64").signals()).isNotNull();
    assertThat(Systems.tables("Mac OS X", "aarch64").signals()).isNotNull();
    assertThat(Systems.tables("Windows 11", "amd64").signals()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"Linux, true", "Mac OS X, false", "Windows 11, false"})
  void onlyLinuxListsItsSocketsThroughNetlink(String name, boolean there) throws Exception {
    assertThat(Systems.tables(name, "amd64").diagnosis() != null).isEqualTo(there);
  }
}
