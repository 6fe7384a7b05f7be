package socketscope.syscall.linux;

import socketscope.syscall.Constants;
import socketscope.syscall.Constants.Group;

/** The levels and options of getsockopt(2) and setsockopt(2) on Linux. */
final class LinuxOptionConstants {

  private LinuxOptionConstants() {}

  static void addTo(Constants.Table table) {
    levels(table);
    packetOptions(table);
    socketOptions(table);
    tcpOptions(table);
    udpOptions(table);
    ipOptions(table);
    ipv6Options(table);
  }

  /**
   * &lt;bits/socket.h>, &lt;netinet/tcp.h>, &lt;netinet/udp.h>. SOL_TCP is IPPROTO_TCP; strace(1)
   * prints SOL_.
   */
  private static void levels(Constants.Table table) {
    table
        .group(Group.LEVEL)
        .name("SOL_SOCKET", 1)
        .name("SOL_IP", 0)
        .name("SOL_TCP", 6)
        .name("SOL_UDP", 17)
        .name("SOL_IPV6", 41)
        .name("SOL_ICMPV6", 58)
        .name("SOL_RAW", 255)
        .name("SOL_PACKET", 263)
        .name("IPPROTO_IP", 0)
        .name("IPPROTO_TCP", 6)
        .name("IPPROTO_UDP", 17)
        .name("IPPROTO_IPV6", 41);
  }

  /** &lt;linux/if_packet.h>, packet(7). */
  private static void packetOptions(Constants.Table table) {
    table.group(Group.PACKET_OPTION).name("PACKET_STATISTICS", 6);
  }

  /** &lt;asm-generic/socket.h>, socket(7). */
  private static void socketOptions(Constants.Table table) {
    table
        .group(Group.SOCKET_OPTION)
        .name("SO_DEBUG", 1)
        .name("SO_REUSEADDR", 2)
        .name("SO_TYPE", 3)
        .name("SO_ERROR", 4)
        .name("SO_DONTROUTE", 5)
        .name("SO_BROADCAST", 6)
        .name("SO_SNDBUF", 7)
        .name("SO_RCVBUF", 8)
        .name("SO_KEEPALIVE", 9)
        .name("SO_OOBINLINE", 10)
        .name("SO_NO_CHECK", 11)
        .name("SO_PRIORITY", 12)
        .name("SO_LINGER", 13)
        .name("SO_BSDCOMPAT", 14)
        .name("SO_REUSEPORT", 15)
        .name("SO_PASSCRED", 16)
        .name("SO_PEERCRED", 17)
        .name("SO_RCVLOWAT", 18)
        .name("SO_SNDLOWAT", 19)
        .name("SO_RCVTIMEO", 20)
        .name("SO_SNDTIMEO", 21)
        .name("SO_BINDTODEVICE", 25)
        .name("SO_ATTACH_FILTER", 26)
        .name("SO_DETACH_FILTER", 27)
        .name("SO_PEERNAME", 28)
        .name("SO_TIMESTAMP", 29)
        .name("SO_ACCEPTCONN", 30)
        .name("SO_PEERSEC", 31)
        .name("SO_SNDBUFFORCE", 32)
        .name("SO_RCVBUFFORCE", 33)
        .name("SO_PASSSEC", 34)
        .name("SO_TIMESTAMPNS", 35)
        .name("SO_MARK", 36)
        .name("SO_TIMESTAMPING", 37)
        .name("SO_PROTOCOL", 38)
        .name("SO_DOMAIN", 39)
        .name("SO_RXQ_OVFL", 40)
        .name("SO_WIFI_STATUS", 41)
        .name("SO_PEEK_OFF", 42)
        .name("SO_NOFCS", 43)
        .name("SO_LOCK_FILTER", 44)
        .name("SO_SELECT_ERR_QUEUE", 45)
        .name("SO_BUSY_POLL", 46)
        .name("SO_MAX_PACING_RATE", 47)
        .name("SO_BPF_EXTENSIONS", 48)
        .name("SO_INCOMING_CPU", 49)
        .name("SO_ATTACH_BPF", 50)
        .name("SO_ATTACH_REUSEPORT_CBPF", 51)
        .name("SO_ATTACH_REUSEPORT_EBPF", 52)
        .name("SO_CNX_ADVICE", 53)
        .name("SO_MEMINFO", 55)
        .name("SO_INCOMING_NAPI_ID", 56)
        .name("SO_COOKIE", 57)
        .name("SO_PEERGROUPS", 59)
        .name("SO_ZEROCOPY", 60)
        .name("SO_TXTIME", 61)
        .name("SO_BINDTOIFINDEX", 62)
        .name("SO_DETACH_REUSEPORT_BPF", 68)
        .name("SO_PREFER_BUSY_POLL", 69)
        .name("SO_BUSY_POLL_BUDGET", 70)
        .name("SO_NETNS_COOKIE", 71)
        .name("SO_BUF_LOCK", 72)
        .name("SO_RESERVE_MEM", 73)
        .name("SO_TXREHASH", 74);
  }

  /** &lt;netinet/tcp.h>, tcp(7). */
  private static void tcpOptions(Constants.Table table) {
    table
        .group(Group.TCP_OPTION)
        .name("TCP_NODELAY", 1)
        .name("TCP_MAXSEG", 2)
        .name("TCP_CORK", 3)
        .name("TCP_KEEPIDLE", 4)
        .name("TCP_KEEPINTVL", 5)
        .name("TCP_KEEPCNT", 6)
        .name("TCP_SYNCNT", 7)
        .name("TCP_LINGER2", 8)
        .name("TCP_DEFER_ACCEPT", 9)
        .name("TCP_WINDOW_CLAMP", 10)
        .name("TCP_INFO", 11)
        .name("TCP_QUICKACK", 12)
        .name("TCP_CONGESTION", 13)
        .name("TCP_THIN_LINEAR_TIMEOUTS", 16)
        .name("TCP_USER_TIMEOUT", 18)
        .name("TCP_REPAIR", 19)
        .name("TCP_REPAIR_QUEUE", 20)
        .name("TCP_QUEUE_SEQ", 21)
        .name("TCP_REPAIR_OPTIONS", 22)
        .name("TCP_FASTOPEN", 23)
        .name("TCP_TIMESTAMP", 24)
        .name("TCP_NOTSENT_LOWAT", 25)
        .name("TCP_CC_INFO", 26)
        .name("TCP_SAVE_SYN", 27)
        .name("TCP_SAVED_SYN", 28)
        .name("TCP_FASTOPEN_CONNECT", 30)
        .name("TCP_FASTOPEN_NO_COOKIE", 34)
        .name("TCP_INQ", 36)
        .name("TCP_TX_DELAY", 37);
  }

  /** &lt;netinet/udp.h>, udp(7). */
  private static void udpOptions(Constants.Table table) {
    table
        .group(Group.UDP_OPTION)
        .name("UDP_CORK", 1)
        .name("UDP_ENCAP", 100)
        .name("UDP_SEGMENT", 103)
        .name("UDP_GRO", 104);
  }

  /** &lt;bits/in.h>, ip(7). */
  private static void ipOptions(Constants.Table table) {
    table
        .group(Group.IP_OPTION)
        .name("IP_TOS", 1)
        .name("IP_TTL", 2)
        .name("IP_HDRINCL", 3)
        .name("IP_OPTIONS", 4)
        .name("IP_RECVOPTS", 6)
        .name("IP_RETOPTS", 7)
        .name("IP_PKTINFO", 8)
        .name("IP_MTU_DISCOVER", 10)
        .name("IP_RECVERR", 11)
        .name("IP_RECVTTL", 12)
        .name("IP_RECVTOS", 13)
        .name("IP_MTU", 14)
        .name("IP_FREEBIND", 15)
        .name("IP_TRANSPARENT", 19)
        .name("IP_RECVORIGDSTADDR", 20)
        .name("IP_MINTTL", 21)
        .name("IP_BIND_ADDRESS_NO_PORT", 24)
        .name("IP_MULTICAST_IF", 32)
        .name("IP_MULTICAST_TTL", 33)
        .name("IP_MULTICAST_LOOP", 34)
        .name("IP_ADD_MEMBERSHIP", 35)
        .name("IP_DROP_MEMBERSHIP", 36)
        .name("IP_MULTICAST_ALL", 49)
        .name("IP_UNICAST_IF", 50);
  }

  /** &lt;bits/in.h>, ipv6(7). */
  private static void ipv6Options(Constants.Table table) {
    table
        .group(Group.IPV6_OPTION)
        .name("IPV6_CHECKSUM", 7)
        .name("IPV6_UNICAST_HOPS", 16)
        .name("IPV6_MULTICAST_IF", 17)
        .name("IPV6_MULTICAST_HOPS", 18)
        .name("IPV6_MULTICAST_LOOP", 19)
        .name("IPV6_JOIN_GROUP", 20)
        .name("IPV6_LEAVE_GROUP", 21)
        .name("IPV6_MTU_DISCOVER", 23)
        .name("IPV6_MTU", 24)
        .name("IPV6_RECVERR", 25)
        .name("IPV6_V6ONLY", 26)
        .name("IPV6_RECVPKTINFO", 49)
        .name("IPV6_PKTINFO", 50)
        .name("IPV6_RECVHOPLIMIT", 51)
        .name("IPV6_HOPLIMIT", 52)
        .name("IPV6_DONTFRAG", 62)
        .name("IPV6_RECVTCLASS", 66)
        .name("IPV6_TCLASS", 67)
        .name("IPV6_FREEBIND", 78)
        .name("IPV6_TRANSPARENT", 75)
        .name("IPV6_UNICAST_IF", 76);
  }
}
