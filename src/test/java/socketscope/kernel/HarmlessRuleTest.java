package socketscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.Place;
import socketscope.syscall.linux.LinuxTables;

class HarmlessRuleTest {

  private final HarmlessRule rule = new HarmlessRule(LinuxTables.tables().constants(), true);
  private final HarmlessRule unprivileged =
      new HarmlessRule(LinuxTables.tables().constants(), false);

  private Optional<Forbidden> forbidden(String text, Place place) throws Exception {
    return forbidden(rule, text, place);
  }

  private static Optional<Forbidden> forbidden(HarmlessRule rule, String text, Place place)
      throws Exception {
    int open = text.indexOf('(');
    Function function = Function.named(text.substring(0, open)).orElseThrow();
    return rule.forbiddenIn(
        Call.parse(function, Call.split(text.substring(open + 1, text.length() - 1))), place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socket(AF_INET, SOCK_STREAM, 0)",
        "socket(AF_INET6, SOCK_DGRAM|SOCK_NONBLOCK|SOCK_CLOEXEC, IPPROTO_UDP)",
        "socket(AF_UNIX, SOCK_SEQPACKET, 0)",
        "socket(AF_INET, SOCK_RAW, IPPROTO_ICMP)",
        "socket(AF_INET, SOCK_STREAM, IPPROTO_MPTCP)",
        "socket(AF_INET, 99, 0)",
        "socket(AF_UNSPEC, SOCK_STREAM, 0)",
        "socket(99, SOCK_STREAM, 0)",
        "socket(-1, SOCK_STREAM, 0)",
        "socketpair(AF_UNIX, SOCK_STREAM, 0)",
        "setsockopt(3, SOL_SOCKET, SO_REUSEADDR, 1)",
        "setsockopt(3, SOL_SOCKET, 12345, 1)",
        "setsockopt(3, IPPROTO_IP, IP_TTL, 3)",
        "setsockopt(3, IPPROTO_IP, 999, 3)",
        "setsockopt(3, 9999, 1, 3)",
        "setsockopt(3, IPPROTO_IPV6, IPV6_V6ONLY, 1)",
        "setsockopt(3, IPPROTO_TCP, TCP_NODELAY, 1)",
        "setsockopt(3, 6, 1, 1)",
        "getsockopt(3, SOL_SOCKET, SO_MARK)",
        "ioctl(3, FIONREAD)",
        "ioctl(3, SIOCGIFFLAGS, {ifr_name=\"lo\"})",
        "fcntl(3, F_SETFL, O_NONBLOCK)",
        "fcntl(3, F_SETOWN, 99999999)",
        "fcntl(3, F_SETSIG, 200)",
        "fcntl(3, 999, 0)",
      })
  void whatIsListedOrNobodysIsAllowedEverywhere(String call) throws Exception {
    for (Place place : Place.values()) {
      assertThat(forbidden(call, place)).as(place.word()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socket(AF_PACKET, SOCK_DGRAM, 0)",
        "socket(17, SOCK_RAW, 768)",
        "socket(AF_INET, SOCK_PACKET, 768)",
        "socket(AF_INET, SOCK_RAW, IPPROTO_RAW)",
        "socket(AF_INET, SOCK_RAW, 255)",
        "socket(AF_INET6, SOCK_RAW, IPPROTO_IPV6)",
        "socket(AF_INET, SOCK_RAW, 47)",
        "socket(AF_INET, SOCK_SEQPACKET, IPPROTO_SCTP)",
        "setsockopt(3, SOL_SOCKET, SO_MARK, 1)",
        "setsockopt(3, 1, 36, 1)",
        "setsockopt(3, IPPROTO_IP, IP_OPTIONS, hex:8307040a00000100)",
        "setsockopt(3, IPPROTO_IP, 64, hex:00)",
        "setsockopt(3, IPPROTO_IP, IP_TRANSPARENT, 1)",
        "setsockopt(3, 41, 57, hex:0002000100000000)",
        "setsockopt(3, IPPROTO_IPV6, 75, 1)",
        "setsockopt(3, IPPROTO_TCP, TCP_REPAIR, 1)",
        "setsockopt(3, IPPROTO_UDP, UDP_ENCAP, 1)",
        "setsockopt(3, SOL_PACKET, 1, hex:00)",
        "setsockopt(3, 279, 1, hex:00)",
        "setsockopt(3, SOL_SOCKET, SO_ATTACH_BPF, 3)",
        "ioctl(3, SIOCSIFFLAGS, {ifr_name=\"lo\", ifr_flags=0})",
        "ioctl(3, 0x8914)",
      })
  void restIsForTheExperimentsOwnNetwork(String call) throws Exception {
    assertThat(forbidden(call, Place.SHARED)).get().isInstanceOf(Forbidden.NotShared.class);
    assertThat(forbidden(call, Place.ALONE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socket(AF_NETLINK, SOCK_RAW, 0)",
        "socket(16, SOCK_RAW, 0)",
        "socket(AF_VSOCK, SOCK_STREAM, 0)",
        "socket(AF_BLUETOOTH, SOCK_RAW, 1)",
        "socket(AF_ALG, SOCK_SEQPACKET, 0)",
        "socket(43, SOCK_STREAM, 0)",
        "socketpair(AF_TIPC, SOCK_STREAM, 0)",
        "ioctl(3, 0x40086602, hex:0000000000000000)",
        "fcntl(3, F_SETOWN, 1)",
        "fcntl(3, F_SETOWN, -1)",
        "fcntl(3, 8, 4294967297)",
      })
  void whatIsInNoNetworkIsForNobody(String call) throws Exception {
    for (Place place : Place.values()) {
      assertThat(forbidden(call, place)).as(place.word()).get().isInstanceOf(Forbidden.Never.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socket(AF_INET, SOCK_RAW, IPPROTO_RAW)",
        "socket(AF_INET6, SOCK_RAW, 47)",
        "socket(AF_PACKET, SOCK_RAW, 0x300)",
        "setsockopt(3, SOL_SOCKET, SO_MARK, 1)",
        "setsockopt(3, IPPROTO_IP, IP_TRANSPARENT, 1)",
        "setsockopt(3, IPPROTO_TCP, TCP_REPAIR, 1)",
      })
  void whatTheKernelRefusesToWhoeverHasNoPrivilegesIsLeftToIt(String call) throws Exception {
    assertThat(forbidden(unprivileged, call, Place.SHARED)).isEmpty();
    assertThat(forbidden(rule, call, Place.SHARED)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socket(AF_NETLINK, SOCK_RAW, 0)",
        "socket(AF_INET, SOCK_SEQPACKET, IPPROTO_SCTP)",
        "setsockopt(3, IPPROTO_IPV6, IPV6_RTHDR, hex:0002000100000000)",
        "setsockopt(3, IPPROTO_IPV6, IPV6_DSTOPTS, hex:0000000000000000)",
      })
  void restIsNot(String call) throws Exception {
    assertThat(forbidden(unprivileged, call, Place.SHARED)).isPresent();
  }

  @Test
  void whatItIsHasTheNamesOfTheHeaders() throws Exception {
    assertThat(forbidden("setsockopt(3, 41, 57, hex:00)", Place.SHARED))
        .contains(new Forbidden.NotShared("SOL_IPV6, IPV6_RTHDR"));
    assertThat(forbidden("socket(16, SOCK_RAW, 0)", Place.ALONE))
        .contains(new Forbidden.Never("AF_NETLINK"));
  }
}
