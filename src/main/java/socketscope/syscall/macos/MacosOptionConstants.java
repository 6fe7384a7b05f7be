package socketscope.syscall.macos;

import socketscope.syscall.Constants;
import socketscope.syscall.Constants.Group;

/**
 * The levels and options of getsockopt and setsockopt on macOS. Read from the headers of XNU
 * 11417.101.15 (macOS 15.4); not run.
 */
final class MacosOptionConstants {

  private MacosOptionConstants() {}

  static void addTo(Constants.Table table) {
    levels(table);
    socketOptions(table);
    tcpOptions(table);
    udpOptions(table);
    ipOptions(table);
    ipv6Options(table);
  }

  /** bsd/sys/socket.h, bsd/netinet/in.h. */
  private static void levels(Constants.Table table) {
    table
        .group(Group.LEVEL)
        .name("SOL_SOCKET", 0xffff)
        .name("IPPROTO_IP", 0)
        .name("IPPROTO_TCP", 6)
        .name("IPPROTO_UDP", 17)
        .name("IPPROTO_IPV6", 41);
  }

  /** bsd/sys/socket.h. SO_LINGER counts in ticks, SO_LINGER_SEC in seconds. */
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
        .name("SO_REUSEPORT", 0x200)
        .name("SO_TIMESTAMP", 0x400)
        .name("SO_TIMESTAMP_MONOTONIC", 0x800)
        .name("SO_SNDBUF", 0x1001)
        .name("SO_RCVBUF", 0x1002)
        .name("SO_SNDLOWAT", 0x1003)
        .name("SO_RCVLOWAT", 0x1004)
        .name("SO_SNDTIMEO", 0x1005)
        .name("SO_RCVTIMEO", 0x1006)
        .name("SO_ERROR", 0x1007)
        .name("SO_TYPE", 0x1008)
        .name("SO_NREAD", 0x1020)
        .name("SO_NOSIGPIPE", 0x1022)
        .name("SO_NOADDRERR", 0x1023)
        .name("SO_NWRITE", 0x1024)
        .name("SO_LINGER_SEC", 0x1080)
        .name("SO_RANDOMPORT", 0x1082)
        .name("SO_NUMRCVPKT", 0x1112)
        .name("SO_NET_SERVICE_TYPE", 0x1116)
        .name("SO_BINDTODEVICE", 0x1134)
        .name("SO_DONTTRUNC", 0x2000)
        .name("SO_WANTMORE", 0x4000);
  }

  /** bsd/netinet/tcp.h. TCP_KEEPALIVE is what others call TCP_KEEPIDLE. */
  private static void tcpOptions(Constants.Table table) {
    table
        .group(Group.TCP_OPTION)
        .name("TCP_NODELAY", 1)
        .name("TCP_MAXSEG", 2)
        .name("TCP_NOPUSH", 4)
        .name("TCP_NOOPT", 8)
        .name("TCP_KEEPALIVE", 16)
        .name("TCP_CONNECTIONTIMEOUT", 32)
        .name("TCP_RXT_CONNDROPTIME", 0x80)
        .name("TCP_RXT_FINDROP", 0x100)
        .name("TCP_KEEPINTVL", 0x101)
        .name("TCP_KEEPCNT", 0x102)
        .name("TCP_SENDMOREACKS", 0x103)
        .name("TCP_ENABLE_ECN", 0x104)
        .name("TCP_FASTOPEN", 0x105)
        .name("TCP_CONNECTION_INFO", 0x106)
        .name("TCP_NOTSENT_LOWAT", 0x201);
  }

  /** bsd/netinet/udp.h. */
  private static void udpOptions(Constants.Table table) {
    table.group(Group.UDP_OPTION).name("UDP_NOCKSUM", 1);
  }

  /** bsd/netinet/in.h. */
  private static void ipOptions(Constants.Table table) {
    table
        .group(Group.IP_OPTION)
        .name("IP_OPTIONS", 1)
        .name("IP_HDRINCL", 2)
        .name("IP_TOS", 3)
        .name("IP_TTL", 4)
        .name("IP_RECVOPTS", 5)
        .name("IP_RECVDSTADDR", 7)
        .name("IP_RETOPTS", 8)
        .name("IP_MULTICAST_IF", 9)
        .name("IP_MULTICAST_TTL", 10)
        .name("IP_MULTICAST_LOOP", 11)
        .name("IP_ADD_MEMBERSHIP", 12)
        .name("IP_DROP_MEMBERSHIP", 13)
        .name("IP_PORTRANGE", 19)
        .name("IP_RECVIF", 20)
        .name("IP_RECVTTL", 24)
        .name("IP_BOUND_IF", 25)
        .name("IP_PKTINFO", 26)
        .name("IP_RECVTOS", 27)
        .name("IP_DONTFRAG", 28);
  }

  /** bsd/netinet6/in6.h, those of RFC 3542. */
  private static void ipv6Options(Constants.Table table) {
    table
        .group(Group.IPV6_OPTION)
        .name("IPV6_UNICAST_HOPS", 4)
        .name("IPV6_MULTICAST_IF", 9)
        .name("IPV6_MULTICAST_HOPS", 10)
        .name("IPV6_MULTICAST_LOOP", 11)
        .name("IPV6_JOIN_GROUP", 12)
        .name("IPV6_LEAVE_GROUP", 13)
        .name("IPV6_CHECKSUM", 26)
        .name("IPV6_V6ONLY", 27)
        .name("IPV6_RECVTCLASS", 35)
        .name("IPV6_TCLASS", 36)
        .name("IPV6_RECVHOPLIMIT", 37)
        .name("IPV6_USE_MIN_MTU", 42)
        .name("IPV6_PKTINFO", 46)
        .name("IPV6_HOPLIMIT", 47)
        .name("IPV6_RECVPKTINFO", 61)
        .name("IPV6_DONTFRAG", 62)
        .name("IPV6_BOUND_IF", 125);
  }
}
