package socketscope.syscall.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.event.Errno;
import socketscope.syscall.SystemTables;

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
    assertThat(windows.constants().asInt(name)).hasValue(Integer.decode(value));
  }

  @Test
  void theNamesOfPosixStandForThoseOfWinsock() {
    assertThat(windows.constants().asInt("SHUT_WR"))
        .isEqualTo(windows.constants().asInt("SD_SEND"));
    assertThat(windows.constants().constant(ConstantSet.SHUTDOWN_HOW, 2)).hasToString("SHUT_RDWR");
  }

  @ParameterizedTest
  @CsvSource({"MSG_DONTWAIT", "MSG_NOSIGNAL", "SO_REUSEPORT", "F_GETFL", "O_NONBLOCK", "SOL_TCP"})
  void whatWinsockDoesNotHaveIsAbsent(String name) {
    assertThat(windows.constants().asInt(name)).isEmpty();
  }

  /** WSABASEERR, winerror.h: Winsock took over the numbers of 4.3BSD, and so did macOS. */
  @Test
  void anErrnoIsTenThousandMoreThanThatOfBsd() {
    Constants macos = Constants.macos();
    Set<String> younger = Set.of("EOPNOTSUPP");
    for (Constant errno : windows.constants().all(ConstantSet.ERRNO)) {
      String name = errno.text();
      if (macos.number(name).isPresent() && !younger.contains(name)) {
        long expected = 10_000 + macos.number(name).orElseThrow();
        assertThat(errno.number()).as(name).isEqualTo(expected);
      }
    }
    assertThat(windows.constants().asInt("EOPNOTSUPP")).hasValue(10_045);
    assertThat(windows.constants().names()).contains("ECONNREFUSED", "ENOTSOCK", "EINTR");
  }

  @Test
  void whatOnlyWindowsHasKeepsItsName() {
    assertThat(Errno.of(10093, windows.constants())).hasToString("WSANOTINITIALISED");
    assertThat(Errno.of(995, windows.constants())).hasToString("WSA_OPERATION_ABORTED");
  }
}
