package socketscope.syscall.linux;

import socketscope.syscall.Constants;
import socketscope.syscall.Constants.Group;

/**
 * The numbers that calls take on Linux, on the architectures that share asm-generic's: x86, ARM,
 * RISC-V.
 */
final class LinuxCallConstants {

  private LinuxCallConstants() {}

  static void addTo(Constants.Table table) {
    domains(table);
    types(table);
    protocols(table);
    messageFlags(table);
    shutdowns(table);
    files(table);
    requests(table);
    pollEvents(table);
  }

  /** &lt;bits/socket.h>, address_families(7). */
  private static void domains(Constants.Table table) {
    table
        .group(Group.DOMAIN)
        .name("AF_UNSPEC", 0)
        .name("AF_UNIX", 1)
        .name("AF_LOCAL", 1)
        .name("AF_INET", 2)
        .name("AF_AX25", 3)
        .name("AF_IPX", 4)
        .name("AF_APPLETALK", 5)
        .name("AF_X25", 9)
        .name("AF_INET6", 10)
        .name("AF_KEY", 15)
        .name("AF_NETLINK", 16)
        .name("AF_ROUTE", 16)
        .name("AF_PACKET", 17)
        .name("AF_RDS", 21)
        .name("AF_PPPOX", 24)
        .name("AF_LLC", 26)
        .name("AF_IB", 27)
        .name("AF_MPLS", 28)
        .name("AF_CAN", 29)
        .name("AF_TIPC", 30)
        .name("AF_BLUETOOTH", 31)
        .name("AF_ALG", 38)
        .name("AF_VSOCK", 40)
        .name("AF_KCM", 41)
        .name("AF_XDP", 44)
        .name("PF_UNSPEC", 0)
        .name("PF_UNIX", 1)
        .name("PF_LOCAL", 1)
        .name("PF_INET", 2)
        .name("PF_INET6", 10)
        .name("PF_PACKET", 17)
        .name("PF_NETLINK", 16);
  }

  /** &lt;bits/socket_type.h>, socket(2). */
  private static void types(Constants.Table table) {
    table
        .group(Group.TYPE)
        .name("SOCK_STREAM", 1)
        .name("SOCK_DGRAM", 2)
        .name("SOCK_RAW", 3)
        .name("SOCK_RDM", 4)
        .name("SOCK_SEQPACKET", 5)
        .name("SOCK_DCCP", 6)
        .name("SOCK_PACKET", 10)
        .group(Group.TYPE_FLAG)
        .name("SOCK_NONBLOCK", 0x800)
        .name("SOCK_CLOEXEC", 0x80000);
  }

  /** &lt;netinet/in.h>, protocols(5). */
  private static void protocols(Constants.Table table) {
    table
        .group(Group.PROTOCOL)
        .name("IPPROTO_IP", 0)
        .name("IPPROTO_ICMP", 1)
        .name("IPPROTO_IGMP", 2)
        .name("IPPROTO_IPIP", 4)
        .name("IPPROTO_TCP", 6)
        .name("IPPROTO_UDP", 17)
        .name("IPPROTO_DCCP", 33)
        .name("IPPROTO_IPV6", 41)
        .name("IPPROTO_GRE", 47)
        .name("IPPROTO_ESP", 50)
        .name("IPPROTO_AH", 51)
        .name("IPPROTO_ICMPV6", 58)
        .name("IPPROTO_SCTP", 132)
        .name("IPPROTO_UDPLITE", 136)
        .name("IPPROTO_RAW", 255)
        .name("IPPROTO_MPTCP", 262);
  }

  /** &lt;bits/socket.h>, send(2) and recv(2). */
  private static void messageFlags(Constants.Table table) {
    table
        .group(Group.MESSAGE_FLAG)
        .name("MSG_OOB", 0x1)
        .name("MSG_PEEK", 0x2)
        .name("MSG_DONTROUTE", 0x4)
        .name("MSG_CTRUNC", 0x8)
        .name("MSG_PROXY", 0x10)
        .name("MSG_TRUNC", 0x20)
        .name("MSG_DONTWAIT", 0x40)
        .name("MSG_EOR", 0x80)
        .name("MSG_WAITALL", 0x100)
        .name("MSG_FIN", 0x200)
        .name("MSG_SYN", 0x400)
        .name("MSG_CONFIRM", 0x800)
        .name("MSG_RST", 0x1000)
        .name("MSG_ERRQUEUE", 0x2000)
        .name("MSG_NOSIGNAL", 0x4000)
        .name("MSG_MORE", 0x8000)
        .name("MSG_WAITFORONE", 0x10000)
        .name("MSG_ZEROCOPY", 0x4000000)
        .name("MSG_FASTOPEN", 0x20000000)
        .name("MSG_CMSG_CLOEXEC", 0x40000000);
  }

  /** &lt;sys/socket.h>, shutdown(2). */
  private static void shutdowns(Constants.Table table) {
    table.group(Group.SHUTDOWN).name("SHUT_RD", 0).name("SHUT_WR", 1).name("SHUT_RDWR", 2);
  }

  /** &lt;bits/fcntl-linux.h>, fcntl(2). O_RDONLY has no bit. */
  private static void files(Constants.Table table) {
    table
        .group(Group.FILE_COMMAND)
        .name("F_DUPFD", 0)
        .name("F_GETFD", 1)
        .name("F_SETFD", 2)
        .name("F_GETFL", 3)
        .name("F_SETFL", 4)
        .name("F_GETLK", 5)
        .name("F_SETLK", 6)
        .name("F_SETLKW", 7)
        .name("F_SETSIG", 10)
        .name("F_GETSIG", 11)
        .name("F_GETOWN", 9)
        .name("F_SETOWN", 8)
        .name("F_SETLEASE", 1024)
        .name("F_GETLEASE", 1025)
        .name("F_NOTIFY", 1026)
        .name("F_DUPFD_CLOEXEC", 1030)
        .name("F_SETPIPE_SZ", 1031)
        .name("F_GETPIPE_SZ", 1032)
        .name("F_ADD_SEALS", 1033)
        .name("F_GET_SEALS", 1034)
        .group(Group.DESCRIPTOR_FLAG)
        .name("FD_CLOEXEC", 1)
        .group(Group.FILE_FLAG)
        .name("O_WRONLY", 0x1)
        .name("O_RDWR", 0x2)
        .name("O_APPEND", 0x400)
        .name("O_NONBLOCK", 0x800)
        .name("O_NDELAY", 0x800)
        .name("O_ASYNC", 0x2000);
  }

  /** &lt;asm-generic/ioctls.h>, &lt;linux/sockios.h>, tcp(7) and udp(7). */
  private static void requests(Constants.Table table) {
    table
        .group(Group.DEVICE_REQUEST)
        .name("FIONREAD", 0x541b)
        .name("SIOCINQ", 0x541b)
        .name("TIOCINQ", 0x541b)
        .name("SIOCOUTQ", 0x5411)
        .name("TIOCOUTQ", 0x5411)
        .name("FIONBIO", 0x5421)
        .name("TCGETS", 0x5401)
        .name("TIOCGWINSZ", 0x5413)
        .name("FIONCLEX", 0x5450)
        .name("FIOCLEX", 0x5451)
        .name("FIOASYNC", 0x5452)
        .name("SIOCSPGRP", 0x8902)
        .name("SIOCGPGRP", 0x8904)
        .name("SIOCATMARK", 0x8905)
        .name("SIOCGSTAMP", 0x8906)
        .name("SIOCGSTAMPNS", 0x8907)
        .name("SIOCOUTQNSD", 0x894b);
  }

  /** &lt;bits/poll.h>, poll(2). */
  private static void pollEvents(Constants.Table table) {
    table
        .group(Group.POLL_EVENT)
        .name("POLLIN", 0x1)
        .name("POLLPRI", 0x2)
        .name("POLLOUT", 0x4)
        .name("POLLERR", 0x8)
        .name("POLLHUP", 0x10)
        .name("POLLNVAL", 0x20)
        .name("POLLRDNORM", 0x40)
        .name("POLLRDBAND", 0x80)
        .name("POLLWRNORM", 0x100)
        .name("POLLWRBAND", 0x200)
        .name("POLLRDHUP", 0x2000);
  }
}
