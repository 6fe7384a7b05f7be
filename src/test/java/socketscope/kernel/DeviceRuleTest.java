package socketscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.syscall.linux.LinuxTables;

class DeviceRuleTest {

  private final DeviceRule rule = new DeviceRule(LinuxTables.tables().constants());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SOL_SOCKET, SO_BINDTODEVICE, \"lo\"            | ties",
        "1, 25, \"lo\"                                  | ties",
        "SOL_SOCKET, SO_BINDTODEVICE, \"lo\\0eth0\"    | ties",
        "SOL_SOCKET, SO_BINDTODEVICE, \"lo\", 2         | ties",
        "SOL_SOCKET, SO_BINDTODEVICE, \"lo\", 4000      | ties",
        "SOL_SOCKET, SO_BINDTODEVICE, 28524             | ties",
        "SOL_SOCKET, SO_BINDTOIFINDEX, 1                | ties",
        "SOL_SOCKET, SO_BINDTODEVICE, \"lo\", 1         | forbidden",
        "SOL_SOCKET, SO_BINDTODEVICE, \"lo\", 0         | forbidden",
        "SOL_SOCKET, SO_BINDTODEVICE, \"\"              | forbidden",
        "SOL_SOCKET, SO_BINDTODEVICE, NULL, 0           | forbidden",
        "SOL_SOCKET, SO_BINDTODEVICE, \"eth0\"          | forbidden",
        "SOL_SOCKET, SO_BINDTODEVICE, \"lo1\"           | forbidden",
        "SOL_SOCKET, SO_BINDTODEVICE, 0                 | forbidden",
        "SOL_SOCKET, SO_BINDTOIFINDEX, 2                | forbidden",
        "SOL_SOCKET, SO_BINDTOIFINDEX, 0                | forbidden",
        "SOL_SOCKET, SO_BINDTODEVICE, NULL, 4           | neither",
        "SOL_SOCKET, SO_BINDTODEVICE, BAD               | neither",
        "SOL_SOCKET, SO_BINDTODEVICE, \"lo\", -1        | neither",
        "SOL_SOCKET, SO_BINDTOIFINDEX, \"x\"            | neither",
        "IPPROTO_TCP, 25, \"eth0\"                      | neither",
        "SOL_SOCKET, SO_REUSEADDR, 1                    | neither"
      })
  void theLoopbackDeviceIsTheOnlyOne(String option, String verdict) throws Exception {
    Call call = Call.parse(Function.SETSOCKOPT, Call.split("3, " + option));
    assertThat(rule.ties(call)).isEqualTo(verdict.equals("ties"));
    assertThat(rule.forbids(call)).isEqualTo(verdict.equals("forbidden"));
  }
}
