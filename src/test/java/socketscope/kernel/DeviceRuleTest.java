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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "IPPROTO_IP, IP_ADD_MEMBERSHIP, {239.1.2.3, 127.0.0.1}                       | false",
        "IPPROTO_IP, 35, {imr_multiaddr=239.1.2.3, imr_ifindex=1}                    | false",
        "IPPROTO_IP, IP_ADD_MEMBERSHIP, {239.1.2.3, 127.0.0.1, 0}                    | false",
        "IPPROTO_IP, IP_ADD_MEMBERSHIP, {239.1.2.3}                                  | false",
        "IPPROTO_IP, IP_ADD_MEMBERSHIP, NULL, 8                                      | false",
        "IPPROTO_IP, IP_DROP_MEMBERSHIP, {239.1.2.3, 0.0.0.0}                        | false",
        "IPPROTO_IPV6, IPV6_JOIN_GROUP, {ff02::1, 1}                                 | false",
        "IPPROTO_IP, MCAST_JOIN_GROUP, {1, 239.1.2.3}                                | false",
        "IPPROTO_IP, IP_ADD_MEMBERSHIP, {239.1.2.3, 0.0.0.0}                         | true",
        "IPPROTO_IP, IP_ADD_MEMBERSHIP, {239.1.2.3, 10.0.0.1}                        | true",
        "IPPROTO_IP, IP_ADD_MEMBERSHIP, {239.1.2.3, 127.0.0.1, 2}                    | true",
        "IPPROTO_IP, 35, hex:ef01020300000000                                        | true",
        "0, 35, hex:ef0102037f0000010200000000000000                                 | true",
        "IPPROTO_IP, IP_ADD_SOURCE_MEMBERSHIP, {239.1.2.3, 0.0.0.0, 127.0.0.1}       | true",
        "IPPROTO_IP, MCAST_JOIN_SOURCE_GROUP, {2, 239.1.2.3, 127.0.0.1}              | true",
        "IPPROTO_IPV6, IPV6_JOIN_GROUP, {ff02::1, 0}                                 | true",
        "SOL_PACKET, PACKET_ADD_MEMBERSHIP, {2, PACKET_MR_PROMISC}                   | true"
      })
  void groupsAreJoinedOnTheLoopbackDevice(String option, boolean forbidden) throws Exception {
    Call call = Call.parse(Function.SETSOCKOPT, Call.split("3, " + option));
    assertThat(rule.forbids(call)).isEqualTo(forbidden);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "FIONREAD                                   | false",
        "SIOCGIFFLAGS, {ifr_name=\"lo\"}            | false",
        "SIOCGIFCONF                                | false",
        "SIOCGARP                                   | false",
        "SIOCSPGRP, 1                               | false",
        "SIOCSIFFLAGS, {\"eth0\", 0}                | true",
        "0x8914, {\"lo\", 0}                        | true",
        "SIOCADDRT                                  | true",
        "SIOCETHTOOL                                | true",
        "SIOCBRADDBR                                | true",
        "SIOCDEVPRIVATE                             | true",
        "0x89ff                                     | true"
      })
  void noDeviceIsChanged(String request, boolean forbidden) throws Exception {
    Call call = Call.parse(Function.IOCTL, Call.split("3, " + request));
    assertThat(rule.forbids(call)).isEqualTo(forbidden);
  }
}
