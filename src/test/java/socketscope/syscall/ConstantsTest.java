package socketscope.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.syscall.Constants.Group;
import socketscope.syscall.linux.LinuxTables;

class ConstantsTest {

  private final Constants linux = LinuxTables.tables().constants();

  @ParameterizedTest
  @CsvSource({
    "AF_INET, 2",
    "MSG_PEEK|MSG_DONTWAIT, 0x42",
    "SOCK_STREAM | SOCK_NONBLOCK, 0x801",
    "MSG_PEEK|0x40, 0x42",
    "0, 0",
    "42, 42",
    "010, 8",
    "-1, -1",
    "0x80000000, -2147483648",
    "0xffffffff, -1",
    "4294967295, -1"
  })
  void namesAndNumbersAreJoined(String expression, String value) {
    assertThat(linux.resolve(expression)).hasValue(Integer.decode(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "|",
        "AF_INET|",
        "|AF_INET",
        "NO_SUCH_NAME",
        "AF_INET|NO_SUCH_NAME",
        "af_inet",
        "0x",
        "09",
        "1x",
        "0x100000000",
        "-2147483649",
        "99999999999999999999"
      })
  void whatIsNoConstantHereHasNoValue(String expression) {
    assertThat(linux.resolve(expression)).isEmpty();
  }

  @Test
  void aNumberIsNamedByWhatItIsFor() {
    assertThat(linux.nameOf(Group.DOMAIN, 1)).isEqualTo("AF_UNIX");
    assertThat(linux.nameOf(Group.TYPE, 1)).isEqualTo("SOCK_STREAM");
    assertThat(linux.nameOf(Group.PROTOCOL, 1)).isEqualTo("IPPROTO_ICMP");
    assertThat(linux.nameOf(Group.LEVEL, 6)).isEqualTo("SOL_TCP");
    assertThat(linux.nameOf(Group.DOMAIN, 999)).isEqualTo("999");
  }

  @Test
  void flagsAreNamedBitByBit() {
    assertThat(linux.flagsOf(Group.MESSAGE_FLAG, 0x42)).isEqualTo("MSG_PEEK|MSG_DONTWAIT");
    assertThat(linux.flagsOf(Group.MESSAGE_FLAG, 0)).isEqualTo("0");
    assertThat(linux.flagsOf(Group.MESSAGE_FLAG, 0x800002)).isEqualTo("MSG_PEEK|0x800000");
    assertThat(linux.flagsOf(Group.MESSAGE_FLAG, 0x800000)).isEqualTo("0x800000");
    assertThat(linux.flagsOf(Group.FILE_FLAG, 0x802)).isEqualTo("O_RDWR|O_NONBLOCK");
  }

  @Test
  void aTypeIsNamedWithItsFlags() {
    assertThat(linux.typeOf(1)).isEqualTo("SOCK_STREAM");
    assertThat(linux.typeOf(0x80802)).isEqualTo("SOCK_DGRAM|SOCK_NONBLOCK|SOCK_CLOEXEC");
    assertThat(linux.typeOf(0x80f)).isEqualTo("15|SOCK_NONBLOCK");
  }

  @Test
  void aGroupKeepsTheOrderOfItsTable() {
    assertThat(linux.names(Group.SHUTDOWN)).containsExactly("SHUT_RD", "SHUT_WR", "SHUT_RDWR");
  }

  @Test
  void aNameStandsForOneNumberOnly() {
    Constants.Table table =
        new Constants.Table().name("IPPROTO_TCP", 6).group(Group.LEVEL).name("IPPROTO_TCP", 6);
    assertThatThrownBy(() -> table.name("IPPROTO_TCP", 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("IPPROTO_TCP is 6 and 7");
  }
}
