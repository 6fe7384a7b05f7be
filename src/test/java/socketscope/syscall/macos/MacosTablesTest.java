package socketscope.syscall.macos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.constant.ConstantSet;
import socketscope.event.Errno;
import socketscope.event.Signal;
import socketscope.syscall.SignalLayout;
import socketscope.syscall.SystemTables;

/** What distinguishes macOS from Linux; the numbers are those of the headers of XNU. */
class MacosTablesTest {

  private final SystemTables macos = MacosTables.tables();

  @ParameterizedTest
  @CsvSource({
    "AF_INET6, 30",
    "SOL_SOCKET, 0xffff",
    "SO_REUSEADDR, 4",
    "SO_REUSEPORT, 0x200",
    "SO_LINGER, 0x80",
    "SO_SNDBUF, 0x1001",
    "SO_RCVBUF, 0x1002",
    "SO_ERROR, 0x1007",
    "SO_TYPE, 0x1008",
    "SO_NREAD, 0x1020",
    "SO_NOSIGPIPE, 0x1022",
    "SO_NWRITE, 0x1024",
    "MSG_TRUNC, 0x10",
    "MSG_WAITALL, 0x40",
    "MSG_DONTWAIT, 0x80",
    "O_NONBLOCK, 4",
    "TCP_KEEPALIVE, 0x10",
    "IPV6_V6ONLY, 27"
  })
  void aConstantHasTheNumberOfItsHeader(String name, String value) {
    assertThat(macos.constants().asInt(name)).hasValue(Integer.decode(value));
  }

  @ParameterizedTest
  @CsvSource({"FIONREAD, 0x40, f, 127", "FIONBIO, 0x80, f, 126", "SIOCATMARK, 0x40, s, 7"})
  void aRequestIsMadeOfDirectionSizeGroupAndNumber(
      String name, String direction, char group, int number) {
    int made = Integer.decode(direction) << 24 | Integer.BYTES << 16 | group << 8 | number;
    assertThat(macos.constants().asInt(name)).hasValue(made);
  }

  @ParameterizedTest
  @CsvSource({"SOCK_NONBLOCK", "SOCK_CLOEXEC", "MSG_MORE", "SIOCOUTQ", "TCP_INFO", "SOL_TCP"})
  void whatOnlyLinuxHasIsAbsent(String name) {
    assertThat(macos.constants().asInt(name)).isEmpty();
  }

  @Test
  void aLevelIsNamedByItsProtocol() {
    assertThat(macos.constants().constant(ConstantSet.LEVEL, 6)).hasToString("IPPROTO_TCP");
  }

  @Test
  void notSupportedHasTwoNumbers() {
    assertThat(Errno.of(45, macos.constants())).hasToString("ENOTSUP");
    assertThat(Errno.of(102, macos.constants())).hasToString("EOPNOTSUPP");
  }

  @Test
  void aSignalHandlerIsSetBySixteenBytes() {
    assertThat(macos.signals())
        .isEqualTo(
            new SignalLayout(
                30,
                16,
                0,
                8,
                12,
                Map.of(
                    Signal.SIGSTOP, 17, Signal.SIGCONT, 19, Signal.SIGTERM, 15, Signal.SIGKILL, 9),
                SignalLayout.NONE));
  }
}
