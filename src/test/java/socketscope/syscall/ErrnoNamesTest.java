package socketscope.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.event.Errno;
import socketscope.syscall.linux.LinuxTables;
import socketscope.syscall.macos.MacosTables;
import socketscope.syscall.windows.WindowsTables;

class ErrnoNamesTest {

  private final ErrnoNames linux = LinuxTables.tables().errnos();
  private final ErrnoNames macos = MacosTables.tables().errnos();
  private final ErrnoNames windows = WindowsTables.tables().errnos();

  @ParameterizedTest
  @CsvSource({
    "EINTR, 4, 4, 10004",
    "EBADF, 9, 9, 10009",
    "EAGAIN, 11, 35, 10035",
    "EACCES, 13, 13, 10013",
    "EADDRINUSE, 98, 48, 10048",
    "ECONNRESET, 104, 54, 10054",
    "EISCONN, 106, 56, 10056",
    "ENOTCONN, 107, 57, 10057",
    "ETIMEDOUT, 110, 60, 10060",
    "ECONNREFUSED, 111, 61, 10061"
  })
  void oneFaultHasOneNameOnAllSystems(String name, int onLinux, int onMacos, int onWindows) {
    assertThat(linux.errno(onLinux)).isEqualTo(new Errno(onLinux, name));
    assertThat(macos.errno(onMacos)).isEqualTo(new Errno(onMacos, name));
    assertThat(windows.errno(onWindows)).isEqualTo(new Errno(onWindows, name));
    assertThat(linux.number(name)).hasValue(onLinux);
    assertThat(macos.number(name)).hasValue(onMacos);
    assertThat(windows.number(name)).hasValue(onWindows);
  }

  @Test
  void anotherNameIsReadButNotPrinted() {
    assertThat(linux.number("EWOULDBLOCK")).hasValue(11);
    assertThat(linux.errno(11)).hasToString("EAGAIN");
    assertThat(windows.number("EWOULDBLOCK")).hasValue(10035);
    assertThat(windows.errno(10035)).hasToString("EAGAIN");
  }

  @Test
  void aNumberWithoutANameIsCalledByItsNumber() {
    assertThat(linux.errno(524)).isEqualTo(new Errno(524, "524"));
    assertThat(linux.number("ENOSUCHNAME")).isEmpty();
  }

  @Test
  void aNameIsWrittenDownOnce() {
    ErrnoNames.Table table = new ErrnoNames.Table().errno(4, "EINTR");
    assertThatThrownBy(() -> table.errno(5, "EINTR"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("EINTR twice");
  }
}
