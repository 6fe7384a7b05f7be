package socketscope.syscall.windows;

import socketscope.syscall.Constants;
import socketscope.syscall.Constants.Group;

/**
 * The levels and options of getsockopt and setsockopt on Windows. Read from the headers of
 * mingw-w64; not run.
 */
final class WindowsOptionConstants {

  private WindowsOptionConstants() {}

  static void addTo(Constants.Table table) {
    levels(table);
    socketOptions(table);
    tcpOptions(table);
    udpOptions(table);
    ipOptions(table);
    ipv6Options(table);
  }

  /** winsock2.h (Microsoft: ws2def.h). */
  private static void levels(Constants.Table table) {
    table
        .group(Group.LEVEL)
        .name("SOL_SOCKET", 0xffff)
        .name("IPPROTO_IP", 0)
        .name("IPPROTO_TCP", 6)
        .name("IPPROTO_UDP", 17)
        .name("IPPROTO_IPV6", 41);
  }

  /** winsock2.h, mstcpip.h. There is no SO_REUSEPORT; SO_REUSEADDR is as permissive. */
  private static void socketOptions(Constants.Table table) {
    table
        .group(Group.SOCKET_OPTION)
        .name("SO_DEBUG", 0x1)
        .name("SO_ACCEPTCONN", 0x2)
        .name("SO_REUSEADDR", 0x4)
        .name("SO_KEEPALIVE", 0x8)
        .name("SO_DONTROUTE", 0x10)
        .name("SO_BROADCAST", 0x20)
        .name("SO_USELOOPBACK", 0x40)
        .name("SO_LINGER", 0x80)
        .name("SO_OOBINLINE", 0x100)
        .name("SO_SNDBUF", 0x1001)
        .name("SO_RCVBUF", 0x1002)
        .name("SO_SNDLOWAT", 0x1003)
        .name("SO_RCVLOWAT", 0x1004)
        .name("SO_SNDTIMEO", 0x1005)
        .name("SO_RCVTIMEO", 0x1006)
        .name("SO_ERROR", 0x1007)
        .name("SO_TYPE", 0x1008)
        .name("SO_MAX_MSG_SIZE", 0x2003)
        .name("SO_CONDITIONAL_ACCEPT", 0x3002)
        .name("SO_TIMESTAMP", 0x300a)
        .name("SO_EXCLUSIVEADDRUSE", ~0x0004)
        .name("SO_DONTLINGER", ~0x0080);
  }

  /** winsock2.h, ws2ipdef.h. */
  private static void tcpOptions(Constants.Table table) {
    table
        .group(Group.TCP_OPTION)
        .name("TCP_NODELAY", 1)
        .name("TCP_KEEPIDLE", 3)
        .name("TCP_KEEPALIVE", 3)
        .name("TCP_MAXSEG", 4)
        .name("TCP_MAXRT", 5)
        .name("TCP_STDURG", 6)
        .name("TCP_NOURG", 7)
        .name("TCP_NOSYNRETRIES", 9)
        .name("TCP_TIMESTAMPS", 10)
        .name("TCP_DELAY_FIN_ACK", 13)
        .name("TCP_MAXRTMS", 14)
        .name("TCP_FASTOPEN", 15)
        .name("TCP_KEEPCNT", 16)
        .name("TCP_KEEPINTVL", 17);
  }

  /** ws2tcpip.h. */
  private static void udpOptions(Constants.Table table) {
    table.group(Group.UDP_OPTION).name("UDP_NOCHECKSUM", 1).name("UDP_CHECKSUM_COVERAGE", 20);
  }

  /** ws2ipdef.h. */
  private static void ipOptions(Constants.Table table) {
    table
        .group(Group.IP_OPTION)
        .name("IP_OPTIONS", 1)
        .name("IP_HDRINCL", 2)
        .name("IP_TOS", 3)
        .name("IP_TTL", 4)
        .name("IP_MULTICAST_IF", 9)
        .name("IP_MULTICAST_TTL", 10)
        .name("IP_MULTICAST_LOOP", 11)
        .name("IP_ADD_MEMBERSHIP", 12)
        .name("IP_DROP_MEMBERSHIP", 13)
        .name("IP_DONTFRAGMENT", 14)
        .name("IP_PKTINFO", 19)
        .name("IP_RECVTTL", 21)
        .name("IP_RECEIVE_BROADCAST", 22)
        .name("IP_RECVIF", 24)
        .name("IP_RECVDSTADDR", 25)
        .name("IP_UNICAST_IF", 31)
        .name("IP_RECVTOS", 40)
        .name("IP_MTU_DISCOVER", 71)
        .name("IP_MTU", 73)
        .name("IP_RECVERR", 75);
  }

  /** ws2ipdef.h. */
  private static void ipv6Options(Constants.Table table) {
    table
        .group(Group.IPV6_OPTION)
        .name("IPV6_UNICAST_HOPS", 4)
        .name("IPV6_MULTICAST_IF", 9)
        .name("IPV6_MULTICAST_HOPS", 10)
        .name("IPV6_MULTICAST_LOOP", 11)
        .name("IPV6_JOIN_GROUP", 12)
        .name("IPV6_LEAVE_GROUP", 13)
        .name("IPV6_DONTFRAG", 14)
        .name("IPV6_PKTINFO", 19)
        .name("IPV6_HOPLIMIT", 21)
        .name("IPV6_PROTECTION_LEVEL", 23)
        .name("IPV6_CHECKSUM", 26)
        .name("IPV6_V6ONLY", 27)
        .name("IPV6_UNICAST_IF", 31)
        .name("IPV6_TCLASS", 39)
        .name("IPV6_RECVTCLASS", 40)
        .name("IPV6_MTU_DISCOVER", 71)
        .name("IPV6_MTU", 72)
        .name("IPV6_RECVERR", 75);
  }
}
