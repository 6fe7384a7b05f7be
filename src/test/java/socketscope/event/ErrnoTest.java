package socketscope.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.constant.Constants;

class ErrnoTest {

  private final Constants linux = Constants.linux();
  private final Constants macos = Constants.macos();
  private final Constants windows = Constants.windows();

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
    assertThat(Errno.of(onLinux, linux)).isEqualTo(new Errno(onLinux, name));
    assertThat(Errno.of(onMacos, macos)).isEqualTo(new Errno(onMacos, name));
    assertThat(Errno.of(onWindows, windows)).isEqualTo(new Errno(onWindows, name));
    assertThat(linux.asInt(name)).hasValue(onLinux);
    assertThat(macos.asInt(name)).hasValue(onMacos);
    assertThat(windows.asInt(name)).hasValue(onWindows);
  }

  @Test
  void anotherNameIsReadButNotPrinted() {
    assertThat(linux.asInt("EWOULDBLOCK")).hasValue(11);
    assertThat(Errno.of(11, linux)).hasToString("EAGAIN");
    assertThat(windows.asInt("EWOULDBLOCK")).hasValue(10035);
    assertThat(Errno.of(10035, windows)).hasToString("EAGAIN");
  }

  @Test
  void aNumberWithoutANameIsCalledByItsNumber() {
    assertThat(Errno.of(524, linux)).isEqualTo(new Errno(524, "524"));
    assertThat(linux.asInt("ENOSUCHNAME")).isEmpty();
  }
}
