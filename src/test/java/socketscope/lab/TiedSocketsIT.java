package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Place;
import socketscope.event.Result;
import socketscope.lab.RefusedCallException.RefusedAddressException;
import socketscope.lab.RefusedCallException.RefusedDeviceException;

@EnabledOnOs(OS.LINUX)
class TiedSocketsIT {

  private Experiment experiment;

  @BeforeEach
  void start() throws Exception {
    experiment = new Experiment("test", Capturing.OFF, Place.SHARED);
    experiment.start("server");
  }

  @AfterEach
  void end() {
    experiment.close();
  }

  private Result call(String text) throws Exception {
    int open = text.indexOf('(');
    Function function = Function.named(text.substring(0, open)).orElseThrow();
    Call call = Call.parse(function, Call.split(text.substring(open + 1, text.length() - 1)));
    return experiment.call("server", call).returned().get(60, TimeUnit.SECONDS).result();
  }

  private String socket(String domain) throws Exception {
    return call("socket(" + domain + ", SOCK_STREAM)").toString();
  }

  private void tie(String s) throws Exception {
    assertThat(call("setsockopt(" + s + ", SOL_SOCKET, SO_BINDTODEVICE, \"lo\")"))
        .isEqualTo(Result.of(0));
  }

  @Test
  void allAddressesAreBoundByATiedSocketOnly() throws Exception {
    String s = socket("AF_INET");
    Throwable refused = catchThrowable(() -> call("bind(" + s + ", 0.0.0.0:0)"));
    assertThat(refused)
        .isInstanceOfSatisfying(
            RefusedAddressException.class, e -> assertThat(e.untied()).isTrue());
    tie(s);
    assertThat(call("bind(" + s + ", 0.0.0.0:0)")).isEqualTo(Result.of(0));
  }

  @Test
  void tieGoesWithTheSocketNotWithItsNumber() throws Exception {
    String s = socket("AF_INET6");
    tie(s);
    String twin = call("dup(" + s + ")").toString();
    call("close(" + s + ")");
    assertThat(socket("AF_INET6")).isEqualTo(s);
    assertThatThrownBy(() -> call("bind(" + s + ", [::]:0)"))
        .isInstanceOf(RefusedAddressException.class);
    assertThat(call("bind(" + twin + ", [::]:0)")).isEqualTo(Result.of(0));
  }

  @Test
  void tieCannotBeUndone() throws Exception {
    String s = socket("AF_INET");
    tie(s);
    assertThat(call("bind(" + s + ", 0.0.0.0:0)")).isEqualTo(Result.of(0));
    assertThatThrownBy(() -> call("setsockopt(" + s + ", SOL_SOCKET, SO_BINDTODEVICE, \"\")"))
        .isInstanceOf(RefusedDeviceException.class);
    assertThat(call("getsockopt(" + s + ", SOL_SOCKET, SO_BINDTODEVICE)").option())
        .isEqualTo("\"lo\"");
  }

  @Test
  void listenerWithoutAnAddressIsTied() throws Exception {
    String s = socket("AF_INET");
    assertThat(call("listen(" + s + ", 1)")).isEqualTo(Result.of(0));
    assertThat(call("getsockname(" + s + ")").address().wildcard()).isTrue();
    assertThat(call("getsockopt(" + s + ", SOL_SOCKET, SO_BINDTODEVICE)").option())
        .isEqualTo("\"lo\"");
  }

  @Test
  void rawSocketIsTied() throws Exception {
    Result made = call("socket(AF_INET, SOCK_RAW, IPPROTO_ICMP)");
    assumeFalse(made.failed(), "raw sockets are for administrators");
    assertThat(call("getsockopt(" + made + ", SOL_SOCKET, SO_BINDTODEVICE)").option())
        .isEqualTo("\"lo\"");
  }

  @Test
  void listenerOnTheLoopbackAddressIsLeftAlone() throws Exception {
    String s = socket("AF_INET");
    assertThat(call("bind(" + s + ", 127.0.0.1:0)")).isEqualTo(Result.of(0));
    assertThat(call("listen(" + s + ", 1)")).isEqualTo(Result.of(0));
    assertThat(call("getsockopt(" + s + ", SOL_SOCKET, SO_BINDTODEVICE)").option())
        .isEqualTo("\"\"");
  }

  @Test
  void addressOfADocumentationNetworkIsNotThisMachines() throws Exception {
    assertThat(call("bind(" + socket("AF_INET") + ", 192.0.2.1:0)").toString())
        .isEqualTo("-1 EADDRNOTAVAIL");
    assertThat(call("bind(" + socket("AF_INET6") + ", [2001:db8::1]:0)").toString())
        .isEqualTo("-1 EADDRNOTAVAIL");
  }
}
