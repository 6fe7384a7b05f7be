package socketscope.syscall.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.syscall.Constants.Group;
import socketscope.syscall.ErrnoNames;
import socketscope.syscall.SystemTables;
import socketscope.syscall.macos.MacosTables;

/** What distinguishes Windows from POSIX; the numbers are those of the headers of mingw-w64. */
class WindowsTablesTest {

  private final SystemTables windows = WindowsTables.tables();

  @ParameterizedTest
  @CsvSource({
    "AF_INET6, 23",
    "SOL_SOCKET, 0xffff",
    "SO_REUSEADDR, 4",
    "SO_LINGER, 0x80",
    "SO_EXCLUSIVEADDRUSE, -5",
    "MSG_WAITALL, 8",
    "MSG_TRUNC, 0x100",
    "POLLIN, 0x300",
    "POLLOUT, 0x10",
    "TCP_NODELAY, 1",
    "TCP_KEEPIDLE, 3",
    "IPV6_V6ONLY, 27",
    "FIONREAD, 0x4004667f"
  })
  void aConstantHasTheNumberOfItsHeader(String name, String value) {
    assertThat(windows.constants().value(name)).hasValue(Integer.decode(value));
  }

  @Test
  void theNamesOfPosixStandForThoseOfWinsock() {
    assertThat(windows.constants().value("SHUT_WR"))
        .isEqualTo(windows.constants().value("SD_SEND"));
    assertThat(windows.constants().nameOf(Group.SHUTDOWN, 2)).isEqualTo("SHUT_RDWR");
  }

  @ParameterizedTest
  @CsvSource({"MSG_DONTWAIT", "MSG_NOSIGNAL", "SO_REUSEPORT", "F_GETFL", "O_NONBLOCK", "SOL_TCP"})
  void whatWinsockDoesNotHaveIsAbsent(String name) {
    assertThat(windows.constants().value(name)).isEmpty();
  }

  /** WSABASEERR, winerror.h: Winsock took over the numbers of 4.3BSD, and so did macOS. */
  @Test
  void anErrnoIsTenThousandMoreThanThatOfBsd() {
    ErrnoNames macos = MacosTables.tables().errnos();
    Set<String> younger = Set.of("EOPNOTSUPP");
    for (String name : windows.errnos().names()) {
      if (macos.names().contains(name) && !younger.contains(name)) {
        int expected = 10_000 + macos.number(name).orElseThrow();
        assertThat(windows.errnos().number(name)).as(name).hasValue(expected);
      }
    }
    assertThat(windows.errnos().number("EOPNOTSUPP")).hasValue(10_045);
    assertThat(windows.errnos().names()).contains("ECONNREFUSED", "ENOTSOCK", "EINTR");
  }

  @Test
  void whatOnlyWindowsHasKeepsItsName() {
    assertThat(windows.errnos().errno(10093)).hasToString("WSANOTINITIALISED");
    assertThat(windows.errnos().errno(995)).hasToString("WSA_OPERATION_ABORTED");
  }
}
