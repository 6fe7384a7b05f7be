package socketscope.syscall.macos;

import socketscope.syscall.Constants;
import socketscope.syscall.Constants.Group;

/**
 * The numbers that calls take on macOS. Read from the headers of XNU 11417.101.15 (macOS 15.4); not
 * run.
 */
final class MacosCallConstants {

  private MacosCallConstants() {}

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

  /** bsd/sys/socket.h. */
  private static void domains(Constants.Table table) {
    table
        .group(Group.DOMAIN)
        .name("AF_UNSPEC", 0)
        .name("AF_UNIX", 1)
        .name("AF_LOCAL", 1)
        .name("AF_INET", 2)
        .name("AF_APPLETALK", 16)
        .name("AF_INET6", 30)
        .name("AF_VSOCK", 40)
        .name("AF_ROUTE", 17)
        .name("AF_LINK", 18)
        .name("AF_NDRV", 27)
        .name("AF_SYSTEM", 32)
        .name("PF_UNSPEC", 0)
        .name("PF_UNIX", 1)
        .name("PF_LOCAL", 1)
        .name("PF_INET", 2)
        .name("PF_INET6", 30);
  }

  /** bsd/sys/socket.h. No flags may be added to a type. */
  private static void types(Constants.Table table) {
    table
        .group(Group.TYPE)
        .name("SOCK_STREAM", 1)
        .name("SOCK_DGRAM", 2)
        .name("SOCK_RAW", 3)
        .name("SOCK_RDM", 4)
        .name("SOCK_SEQPACKET", 5);
  }

  /** bsd/netinet/in.h. */
  private static void protocols(Constants.Table table) {
    table
        .group(Group.PROTOCOL)
        .name("IPPROTO_IP", 0)
        .name("IPPROTO_ICMP", 1)
        .name("IPPROTO_IGMP", 2)
        .name("IPPROTO_IPIP", 4)
        .name("IPPROTO_TCP", 6)
        .name("IPPROTO_UDP", 17)
        .name("IPPROTO_IPV6", 41)
        .name("IPPROTO_GRE", 47)
        .name("IPPROTO_ESP", 50)
        .name("IPPROTO_AH", 51)
        .name("IPPROTO_ICMPV6", 58)
        .name("IPPROTO_SCTP", 132)
        .name("IPPROTO_RAW", 255);
  }

  /** bsd/sys/socket.h. MSG_NOSIGNAL is younger than SO_NOSIGPIPE. */
  private static void messageFlags(Constants.Table table) {
    table
        .group(Group.MESSAGE_FLAG)
        .name("MSG_OOB", 0x1)
        .name("MSG_PEEK", 0x2)
        .name("MSG_DONTROUTE", 0x4)
        .name("MSG_EOR", 0x8)
        .name("MSG_TRUNC", 0x10)
        .name("MSG_CTRUNC", 0x20)
        .name("MSG_WAITALL", 0x40)
        .name("MSG_DONTWAIT", 0x80)
        .name("MSG_EOF", 0x100)
        .name("MSG_NEEDSA", 0x10000)
        .name("MSG_NOSIGNAL", 0x80000);
  }

  /** bsd/sys/socket.h. */
  private static void shutdowns(Constants.Table table) {
    table.group(Group.SHUTDOWN).name("SHUT_RD", 0).name("SHUT_WR", 1).name("SHUT_RDWR", 2);
  }

  /** bsd/sys/fcntl.h. O_RDONLY has no bit. */
  private static void files(Constants.Table table) {
    table
        .group(Group.FILE_COMMAND)
        .name("F_DUPFD", 0)
        .name("F_GETFD", 1)
        .name("F_SETFD", 2)
        .name("F_GETFL", 3)
        .name("F_SETFL", 4)
        .name("F_GETOWN", 5)
        .name("F_SETOWN", 6)
        .name("F_DUPFD_CLOEXEC", 67)
        .name("F_SETNOSIGPIPE", 73)
        .name("F_GETNOSIGPIPE", 74)
        .group(Group.DESCRIPTOR_FLAG)
        .name("FD_CLOEXEC", 1)
        .group(Group.FILE_FLAG)
        .name("O_WRONLY", 0x1)
        .name("O_RDWR", 0x2)
        .name("O_NONBLOCK", 0x4)
        .name("O_APPEND", 0x8)
        .name("O_ASYNC", 0x40);
  }

  /**
   * bsd/sys/filio.h, bsd/sys/sockio.h; their numbers are made by _IOR and _IOW of bsd/sys/ioccom.h.
   */
  private static void requests(Constants.Table table) {
    table
        .group(Group.DEVICE_REQUEST)
        .name("FIONREAD", 0x4004667f)
        .name("SIOCATMARK", 0x40047307)
        .name("FIOASYNC", 0x8004667d)
        .name("FIONBIO", 0x8004667e);
  }

  /** bsd/sys/poll.h. */
  private static void pollEvents(Constants.Table table) {
    table
        .group(Group.POLL_EVENT)
        .name("POLLIN", 0x1)
        .name("POLLPRI", 0x2)
        .name("POLLOUT", 0x4)
        .name("POLLWRNORM", 0x4)
        .name("POLLERR", 0x8)
        .name("POLLHUP", 0x10)
        .name("POLLNVAL", 0x20)
        .name("POLLRDNORM", 0x40)
        .name("POLLRDBAND", 0x80)
        .name("POLLWRBAND", 0x100);
  }
}
