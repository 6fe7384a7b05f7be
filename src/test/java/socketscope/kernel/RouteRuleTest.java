package socketscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.syscall.linux.LinuxTables;

class RouteRuleTest {

  private final RouteRule rule = new RouteRule(LinuxTables.tables().constants());

  private boolean forbids(String text) throws Exception {
    int open = text.indexOf('(');
    Function function = Function.named(text.substring(0, open)).orElseThrow();
    return rule.forbids(
        Call.parse(function, Call.split(text.substring(open + 1, text.length() - 1))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "setsockopt(3, IPPROTO_IPV6, IPV6_RTHDR, hex:0002000100000000)",
        "setsockopt(3, 41, 57, hex:0002000100000000)",
        "setsockopt(3, 41, 5, 0)",
        "setsockopt(3, 41, 6, 0)",
        "setsockopt(3, IPPROTO_IP, IP_OPTIONS, hex:8307040a00000100)",
        "setsockopt(3, 0, 4, hex:8307040a00000100)",
        "setsockopt(3, 0, 50, 2)",
      })
  void noOptionChoosesAWay(String call) throws Exception {
    assertThat(forbids(call)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "setsockopt(3, SOL_SOCKET, SO_REUSEADDR, 1)",
        "setsockopt(3, IPPROTO_IP, IP_TTL, 3)",
        "setsockopt(3, IPPROTO_IPV6, IPV6_V6ONLY, 1)",
        "setsockopt(3, IPPROTO_TCP, 4, 1)",
        "getsockopt(3, IPPROTO_IP, IP_OPTIONS)",
      })
  void otherOptionsDoNot(String call) throws Exception {
    assertThat(forbids(call)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{IPPROTO_IPV6, IPV6_RTHDR, hex:0002000100000000}",
        "{41, 57, hex:0002000100000000}",
        "{IPPROTO_IP, IP_RETOPTS, hex:8307040a00000100}",
        "{IPPROTO_IP, IP_PKTINFO, {2, 127.0.0.1, 127.0.0.1}}",
        "{IPPROTO_IPV6, IPV6_PKTINFO, {::1, 2}}",
        "{SOL_SOCKET, 99, 1}"
      })
  void noMessageChoosesAWay(String control) throws Exception {
    assertThat(forbids("sendmsg(3, {msg_iov=[\"x\"], msg_control=[" + control + "]})")).isTrue();
    assertThat(forbids("sendmmsg(3, [{msg_iov=[\"x\"], msg_control=[" + control + "]}])")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{SOL_SOCKET, SCM_RIGHTS, [3]}",
        "{IPPROTO_IP, IP_TTL, 3}",
        "{IPPROTO_IP, IP_PKTINFO, {1, 127.0.0.1, 127.0.0.1}}",
        "{IPPROTO_IP, IP_PKTINFO, {0, 127.0.0.2, 0.0.0.0}}",
        "{IPPROTO_IPV6, IPV6_PKTINFO, {::1, 1}}",
        "{IPPROTO_IPV6, IPV6_HOPLIMIT, 3}"
      })
  void othersDoNot(String control) throws Exception {
    assertThat(forbids("sendmsg(3, {msg_iov=[\"x\"], msg_control=[" + control + "]})")).isFalse();
  }
}
