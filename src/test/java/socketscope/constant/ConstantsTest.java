package socketscope.constant;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantsTest {

  private final Constants linux = Constants.linux();

  private Constant parsed(ConstantSet set, String expression) {
    return linux.parse(set, expression).orElseThrow();
  }

  private String spelled(ConstantSet set, long number) {
    return linux.constant(set, number).spelled();
  }

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
    "-0x10, -16",
    "0x80000000, 0x80000000",
    "4294967296, 0x100000000",
    "18446744073709551615, -1",
    "0xffffffffffffffff, -1"
  })
  void namesAndNumbersAreJoined(String expression, String value) {
    assertThat(linux.resolve(expression)).hasValue(Long.decode(value));
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
        "0x-1",
        "09",
        "1x",
        "-0xffffffffffffffff",
        "99999999999999999999"
      })
  void whatIsNoConstantHereHasNoValue(String expression) {
    assertThat(linux.resolve(expression)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x100000000", "-2147483649"})
  void anArgumentHas32Bits(String expression) {
    assertThat(linux.parse(ConstantSet.PROTOCOL, expression)).isEmpty();
  }

  @Test
  void whatIsWrittenDifferentlyIsTheSame() {
    Constant type = parsed(ConstantSet.SOCKET_TYPE, "SOCK_STREAM|SOCK_NONBLOCK");
    assertThat(type)
        .isEqualTo(parsed(ConstantSet.SOCKET_TYPE, "2049"))
        .isEqualTo(parsed(ConstantSet.SOCKET_TYPE, "0x801"))
        .isEqualTo(linux.constant(ConstantSet.SOCKET_TYPE, 2049))
        .hasSameHashCodeAs(parsed(ConstantSet.SOCKET_TYPE, "0x801"))
        .isNotEqualTo(parsed(ConstantSet.SOCKET_TYPE, "SOCK_STREAM"));
    assertThat(parsed(ConstantSet.ERRNO, "EWOULDBLOCK"))
        .isEqualTo(parsed(ConstantSet.ERRNO, "EAGAIN"));
    assertThat(parsed(ConstantSet.ERRNO, "ENOTSUP"))
        .isEqualTo(parsed(ConstantSet.ERRNO, "EOPNOTSUPP"));
    assertThat(parsed(ConstantSet.PROTOCOL, "0xffffffff"))
        .isEqualTo(parsed(ConstantSet.PROTOCOL, "-1"));
    assertThat(parsed(ConstantSet.MESSAGE_FLAGS, "0xffffffff"))
        .isEqualTo(parsed(ConstantSet.MESSAGE_FLAGS, "-1"));
  }

  @Test
  void aConstantKeepsHowItWasWritten() {
    Constant type = parsed(ConstantSet.SOCKET_TYPE, "SOCK_STREAM | 0x800");
    assertThat(type).hasToString("SOCK_STREAM|0x800");
    assertThat(type.spelled()).isEqualTo("SOCK_STREAM|SOCK_NONBLOCK");
    assertThat(linux.constant(ConstantSet.SOCKET_TYPE, 2049))
        .hasToString("SOCK_STREAM|SOCK_NONBLOCK");
  }

  @Test
  void aNumberIsNamedByWhatItIsFor() {
    assertThat(spelled(ConstantSet.ADDRESS_FAMILY, 1)).isEqualTo("AF_UNIX");
    assertThat(spelled(ConstantSet.SOCKET_TYPE, 1)).isEqualTo("SOCK_STREAM");
    assertThat(spelled(ConstantSet.PROTOCOL, 1)).isEqualTo("IPPROTO_ICMP");
    assertThat(spelled(ConstantSet.LEVEL, 6)).isEqualTo("SOL_TCP");
    assertThat(spelled(ConstantSet.ERRNO, 11)).isEqualTo("EAGAIN");
    assertThat(spelled(ConstantSet.NUMBER, 1)).isEqualTo("1");
    assertThat(spelled(ConstantSet.ADDRESS_FAMILY, 999)).isEqualTo("999");
    assertThat(spelled(ConstantSet.ADDRESS_FAMILY, -1)).isEqualTo("-1");
    assertThat(spelled(ConstantSet.IOCTL_REQUEST, 0x541b)).isEqualTo("FIONREAD");
    assertThat(spelled(ConstantSet.IOCTL_REQUEST, 0xffff1234)).isEqualTo("0xffff1234");
  }

  @Test
  void anOptionIsNamedByItsLevel() {
    assertThat(linux.option(1, 2).spelled()).isEqualTo("SO_REUSEADDR");
    assertThat(linux.option(6, 1).spelled()).isEqualTo("TCP_NODELAY");
    assertThat(linux.option(0, 1).spelled()).isEqualTo("IP_TOS");
    assertThat(linux.option(77, 1).spelled()).isEqualTo("1");
    Constant level = parsed(ConstantSet.LEVEL, "SOL_SOCKET");
    assertThat(linux.parseOption(level, "2")).hasValue(linux.option(1, 2));
    assertThat(linux.parseOption(level, "2").orElseThrow().is("SO_REUSEADDR")).isTrue();
  }

  @Test
  void flagsAreNamedBitByBit() {
    assertThat(spelled(ConstantSet.MESSAGE_FLAGS, 0x42)).isEqualTo("MSG_PEEK|MSG_DONTWAIT");
    assertThat(spelled(ConstantSet.MESSAGE_FLAGS, 0)).isEqualTo("0");
    assertThat(spelled(ConstantSet.MESSAGE_FLAGS, 0x800002)).isEqualTo("MSG_PEEK|0x800000");
    assertThat(spelled(ConstantSet.MESSAGE_FLAGS, 0x800000)).isEqualTo("0x800000");
  }

  @Test
  void theFlagsOfAFileStartWithItsAccessMode() {
    assertThat(spelled(ConstantSet.FILE_FLAGS, 2050)).isEqualTo("O_RDWR|O_NONBLOCK");
    assertThat(spelled(ConstantSet.FILE_FLAGS, 0x800)).isEqualTo("O_RDONLY|O_NONBLOCK");
    assertThat(spelled(ConstantSet.FILE_FLAGS, 0)).isEqualTo("O_RDONLY");
    Constant flags = linux.constant(ConstantSet.FILE_FLAGS, 2050);
    assertThat(flags.has("O_RDWR")).isTrue();
    assertThat(flags.has("O_NONBLOCK")).isTrue();
    assertThat(flags.has("O_WRONLY")).isFalse();
    assertThat(flags.has("O_RDONLY")).isFalse();
    assertThat(flags.has("O_APPEND")).isFalse();
  }

  @Test
  void aTypeIsNamedWithItsFlags() {
    assertThat(spelled(ConstantSet.SOCKET_TYPE, 1)).isEqualTo("SOCK_STREAM");
    assertThat(spelled(ConstantSet.SOCKET_TYPE, 0x80802))
        .isEqualTo("SOCK_DGRAM|SOCK_NONBLOCK|SOCK_CLOEXEC");
    assertThat(spelled(ConstantSet.SOCKET_TYPE, 0x80f)).isEqualTo("15|SOCK_NONBLOCK");
  }

  @Test
  void aTypeIsWhatItIsWithoutItsFlags() {
    Constant type = parsed(ConstantSet.SOCKET_TYPE, "2049");
    assertThat(type.is("SOCK_STREAM")).isTrue();
    assertThat(type.is("SOCK_DGRAM")).isFalse();
    assertThat(type.is("NO_SUCH_NAME")).isFalse();
    assertThat(type.has("SOCK_NONBLOCK")).isTrue();
    assertThat(type.has("SOCK_CLOEXEC")).isFalse();
    assertThat(type.has("NO_SUCH_NAME")).isFalse();
    assertThat(type.withoutBits()).isEqualTo(linux.constant(ConstantSet.SOCKET_TYPE, 1));
  }

  @Test
  void anErrorIsOnlyWhatItIs() {
    Constant errno = linux.constant(ConstantSet.ERRNO, 11);
    assertThat(errno.is("EWOULDBLOCK")).isTrue();
    assertThat(errno.is("EAGAIN")).isTrue();
    assertThat(errno.is("EINTR")).isFalse();
  }

  @Test
  void aNumberMayHaveNoName() {
    assertThat(linux.constant(ConstantSet.MESSAGE_FLAGS, 0x42).isNamed()).isTrue();
    assertThat(linux.constant(ConstantSet.MESSAGE_FLAGS, 0x800002).isNamed()).isFalse();
    assertThat(linux.constant(ConstantSet.ADDRESS_FAMILY, 999).isNamed()).isFalse();
    assertThat(linux.constant(ConstantSet.SOCKET_TYPE, 0x80f).isNamed()).isFalse();
  }

  @Test
  void aSetKeepsTheOrderOfItsFile() {
    assertThat(linux.all(ConstantSet.SHUTDOWN_HOW))
        .extracting(Constant::text)
        .containsExactly("SHUT_RD", "SHUT_WR", "SHUT_RDWR");
    assertThat(linux.options(17)).extracting(Constant::text).contains("UDP_CORK", "UDP_SEGMENT");
  }

  /** What is spelled is read again as the same number. */
  @ParameterizedTest
  @EnumSource(SystemName.class)
  void everyNameIsSpelledAndReadAgain(SystemName system) {
    Constants constants = Constants.of(system);
    for (ConstantSet set : ConstantSet.values()) {
      for (Constant constant : constants.all(set)) {
        assertThat(constants.parse(set, constant.spelled())).hasValue(constant);
      }
    }
    for (Constant level : constants.all(ConstantSet.LEVEL)) {
      for (Constant option : constants.options(level.number())) {
        assertThat(constants.parseOption(level, option.spelled())).hasValue(option);
      }
    }
  }

  @Test
  void aSystemIsFoundByItsName() {
    assertThat(SystemName.of("Linux 6.12")).isEqualTo(SystemName.LINUX);
    assertThat(SystemName.of("Mac OS X")).isEqualTo(SystemName.MACOS);
    assertThat(SystemName.of("macOS 15.4")).isEqualTo(SystemName.MACOS);
    assertThat(SystemName.of("Windows 11")).isEqualTo(SystemName.WINDOWS);
  }

  @Test
  void aNameStandsForOneNumberOnly() {
    String text = "[PROTOCOL]\nIPPROTO_TCP 6\n[LEVEL]\nIPPROTO_TCP 6\nIPPROTO_TCP 7\n";
    assertThatThrownBy(() -> ConstantFile.parse(SystemName.LINUX, text.getBytes(US_ASCII)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("IPPROTO_TCP is 6 and 7");
  }
}
