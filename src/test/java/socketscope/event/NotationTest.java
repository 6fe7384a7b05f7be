package socketscope.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.Examples;

class NotationTest {

  @Test
  void everyCallIsReadBackAsItWasWritten() throws NotationException {
    Examples examples = new Examples(1);
    for (int i = 0; i < 5000; i++) {
      Call call = examples.call();
      List<String> texts = call.arguments().stream().map(Object::toString).toList();
      assertThat(Call.parse(call.function(), texts)).isEqualTo(call);
    }
  }

  @Test
  void everyRunOfBytesIsReadBackAsItWasEscaped() throws NotationException {
    Examples examples = new Examples(2);
    for (int i = 0; i < 20_000; i++) {
      Bytes bytes = examples.bytes();
      assertThat(Bytes.unescape(bytes.escaped())).as(bytes.escaped()).isEqualTo(bytes);
    }
  }

  @Test
  void randomTextIsReadOrRefusedWithItsPlace() {
    Examples examples = new Examples(3);
    for (int i = 0; i < 20_000; i++) {
      String text = examples.text();
      Function function = Function.values()[examples.random().nextInt(Function.values().length)];
      try {
        Call.parse(function, List.of(text.split(",", -1)));
      } catch (NotationException e) {
        assertThat(e.offset()).isBetween(0, text.length());
      }
    }
  }

  @Test
  void ipv6IsWrittenAsTheJavaLibraryReadsIt() throws UnknownHostException, NotationException {
    Examples examples = new Examples(4);
    for (int i = 0; i < 20_000; i++) {
      if (examples.address() instanceof SocketAddress.Inet6 address
          && !address.host().startsWith("::ffff:")) {
        byte[] bytes = InetAddress.ofLiteral(address.host()).getAddress();
        java.nio.ByteBuffer expected = java.nio.ByteBuffer.wrap(bytes);
        assertThat(address.high()).isEqualTo(expected.getLong());
        assertThat(address.low()).isEqualTo(expected.getLong());
        assertThat(SocketAddress.parse(address.toString())).isEqualTo(address);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "[2001:db8:0:0:1:0:0:1]:1, [2001:db8::1:0:0:1]:1",
    "[2001:0DB8::0001]:80, [2001:db8::1]:80",
    "[0:0:0:0:0:0:0:0]:0, [::]:0",
    "[1:0:2:3:4:5:6:7]:9, [1:0:2:3:4:5:6:7]:9",
    "[::ffff:127.0.0.1]:9, [::ffff:127.0.0.1]:9",
    "127.0.0.1:05, 127.0.0.1:5"
  })
  void addressesAreWrittenInTheFormOfRfc5952(String given, String written)
      throws NotationException {
    assertThat(SocketAddress.parse(given)).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.256:1",
        "127.0.1:1", "localhost:80", "[::1]", "::1:80", "[1::2::3]:4", "[1:2:3:4:5:6:7]:8",
        "[1:2:3:4:5:6:7:8:9]:1", "[::12345]:1", "[]:1", "[::1]:٣"
      })
  void textsThatAreNoAddressAreRefused(String text) {
    assertThatThrownBy(() -> SocketAddress.parse(text)).isInstanceOf(NotationException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:1, true", "127.255.3.4:1, true", "[::1]:1, true", "[::ffff:127.0.0.1]:1, true",
    "0.0.0.0:1, false", "128.0.0.1:1, false", "[::]:1, false", "[::2]:1, false",
    "[::ffff:10.0.0.1]:1, false", "192.168.1.1:1, false"
  })
  void onlyLoopbackAddressesAreLoopback(String text, boolean loopback) throws NotationException {
    assertThat(SocketAddress.parse(text).loopback()).isEqualTo(loopback);
  }

  @Test
  void usualArgumentsMayBeLeftOut() throws NotationException {
    assertThat(Call.parse(Function.RECV, List.of("5", "100"))).hasToString("recv(5, 100, 0)");
    assertThat(Call.parse(Function.SOCKET, List.of("AF_INET", "SOCK_STREAM")))
        .hasToString("socket(AF_INET, SOCK_STREAM, 0)");
    assertThatThrownBy(() -> Call.parse(Function.BIND, List.of("5")))
        .isInstanceOf(NotationException.class);
    assertThatThrownBy(() -> Call.parse(Function.CLOSE, List.of("5", "6")))
        .isInstanceOf(NotationException.class);
  }
}
