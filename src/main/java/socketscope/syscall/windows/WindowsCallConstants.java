package socketscope.syscall.windows;

import socketscope.syscall.Constants;
import socketscope.syscall.Constants.Group;

/**
 * The numbers that calls take on Windows. Read from the headers of mingw-w64; not run. There is no
 * fcntl: a socket is made non-blocking by FIONBIO.
 */
final class WindowsCallConstants {

  private WindowsCallConstants() {}

  static void addTo(Constants.Table table) {
    domains(table);
    types(table);
    protocols(table);
    messageFlags(table);
    shutdowns(table);
    requests(table);
    pollEvents(table);
  }

  /** winsock2.h (Microsoft: ws2def.h). */
  private static void domains(Constants.Table table) {
    table
        .group(Group.DOMAIN)
        .name("AF_UNSPEC", 0)
        .name("AF_UNIX", 1)
        .name("AF_INET", 2)
        .name("AF_IPX", 6)
        .name("AF_APPLETALK", 16)
        .name("AF_INET6", 23)
        .name("AF_NETBIOS", 17)
        .name("AF_IRDA", 26)
        .name("AF_BTH", 32)
        .name("PF_UNSPEC", 0)
        .name("PF_UNIX", 1)
        .name("PF_INET", 2)
        .name("PF_INET6", 23);
  }

  /** winsock2.h (Microsoft: ws2def.h). No flags may be added to a type. */
  private static void types(Constants.Table table) {
    table
        .group(Group.TYPE)
        .name("SOCK_STREAM", 1)
        .name("SOCK_DGRAM", 2)
        .name("SOCK_RAW", 3)
        .name("SOCK_RDM", 4)
        .name("SOCK_SEQPACKET", 5);
  }

  /** winsock2.h (Microsoft: ws2def.h). */
  private static void protocols(Constants.Table table) {
    table
        .group(Group.PROTOCOL)
        .name("IPPROTO_IP", 0)
        .name("IPPROTO_ICMP", 1)
        .name("IPPROTO_IGMP", 2)
        .name("IPPROTO_TCP", 6)
        .name("IPPROTO_UDP", 17)
        .name("IPPROTO_IPV6", 41)
        .name("IPPROTO_ESP", 50)
        .name("IPPROTO_AH", 51)
        .name("IPPROTO_ICMPV6", 58)
        .name("IPPROTO_SCTP", 132)
        .name("IPPROTO_RAW", 255);
  }

  /** winsock2.h, mswsock.h. There is no MSG_DONTWAIT and no MSG_NOSIGNAL. */
  private static void messageFlags(Constants.Table table) {
    table
        .group(Group.MESSAGE_FLAG)
        .name("MSG_OOB", 0x1)
        .name("MSG_PEEK", 0x2)
        .name("MSG_DONTROUTE", 0x4)
        .name("MSG_WAITALL", 0x8)
        .name("MSG_INTERRUPT", 0x10)
        .name("MSG_PUSH_IMMEDIATE", 0x20)
        .name("MSG_TRUNC", 0x100)
        .name("MSG_CTRUNC", 0x200)
        .name("MSG_BCAST", 0x400)
        .name("MSG_MCAST", 0x800)
        .name("MSG_PARTIAL", 0x8000);
  }

  /** winsock2.h. The names of POSIX stand for Winsock's own, SD_. */
  private static void shutdowns(Constants.Table table) {
    table
        .group(Group.SHUTDOWN)
        .name("SHUT_RD", 0)
        .name("SD_RECEIVE", 0)
        .name("SHUT_WR", 1)
        .name("SD_SEND", 1)
        .name("SHUT_RDWR", 2)
        .name("SD_BOTH", 2);
  }

  /** winsock2.h, mstcpip.h. */
  private static void requests(Constants.Table table) {
    table
        .group(Group.DEVICE_REQUEST)
        .name("FIONREAD", 0x4004667f)
        .name("SIOCATMARK", 0x40047307)
        .name("FIOASYNC", 0x8004667d)
        .name("FIONBIO", 0x8004667e)
        .name("SIO_TCP_INFO", 0xd8000027);
  }

  /** winsock2.h, WSAPoll. */
  private static void pollEvents(Constants.Table table) {
    table
        .group(Group.POLL_EVENT)
        .name("POLLERR", 0x1)
        .name("POLLHUP", 0x2)
        .name("POLLNVAL", 0x4)
        .name("POLLOUT", 0x10)
        .name("POLLWRNORM", 0x10)
        .name("POLLWRBAND", 0x20)
        .name("POLLRDNORM", 0x100)
        .name("POLLRDBAND", 0x200)
        .name("POLLIN", 0x300)
        .name("POLLPRI", 0x400);
  }
}
