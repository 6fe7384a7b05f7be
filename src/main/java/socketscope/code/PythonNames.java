package socketscope.code;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import socketscope.event.Bytes;

/** Constants, numbers and bytes as Python writes them. */
final class PythonNames {

  /** The module of the names that begin so. */
  private static final Map<String, String> MODULES =
      Map.of("F", "fcntl", "FD", "fcntl", "O", "os", "FIONREAD", "termios", "FIONBIO", "termios");

  /** What the modules of Python 3.8 have, on Linux; other constants are written as numbers. */
  private static final Set<String> KNOWN =
      Set.of(
          """
          AF_ALG AF_APPLETALK AF_AX25 AF_BRIDGE AF_CAN AF_INET AF_INET6 AF_IPX AF_IRDA AF_KEY
          AF_NETLINK AF_PACKET AF_TIPC AF_UNIX AF_UNSPEC AF_VSOCK AF_X25
          F_DUPFD F_DUPFD_CLOEXEC F_GETFD F_GETFL F_GETLK F_GETOWN F_GETSIG F_SETFD F_SETFL F_SETLK
          F_SETLKW F_SETOWN F_SETSIG FD_CLOEXEC FIONBIO FIONREAD
          IPPROTO_AH IPPROTO_EGP IPPROTO_ESP IPPROTO_GRE IPPROTO_ICMP IPPROTO_ICMPV6 IPPROTO_IGMP
          IPPROTO_IP IPPROTO_IPIP IPPROTO_IPV6 IPPROTO_RAW IPPROTO_TCP IPPROTO_UDP
          IPV6_CHECKSUM IPV6_MULTICAST_HOPS IPV6_MULTICAST_LOOP IPV6_RECVHOPLIMIT IPV6_RECVPKTINFO
          IPV6_TCLASS IPV6_UNICAST_HOPS IPV6_V6ONLY IP_HDRINCL IP_MULTICAST_LOOP IP_MULTICAST_TTL
          IP_TOS IP_TTL
          MSG_CMSG_CLOEXEC MSG_CTRUNC MSG_DONTROUTE MSG_DONTWAIT MSG_EOR MSG_ERRQUEUE MSG_NOSIGNAL
          MSG_OOB MSG_PEEK MSG_TRUNC MSG_WAITALL
          O_APPEND O_ASYNC O_CLOEXEC O_NDELAY O_NONBLOCK O_RDONLY O_RDWR O_SYNC O_WRONLY
          POLLERR POLLHUP POLLIN POLLMSG POLLNVAL POLLOUT POLLPRI POLLRDBAND POLLRDHUP POLLRDNORM
          POLLWRBAND POLLWRNORM
          SHUT_RD SHUT_RDWR SHUT_WR SOCK_CLOEXEC SOCK_DGRAM SOCK_NONBLOCK SOCK_RAW SOCK_RDM
          SOCK_SEQPACKET SOCK_STREAM SOL_IP SOL_SOCKET SOL_TCP SOL_UDP
          SO_BINDTODEVICE SO_BROADCAST SO_DEBUG SO_DONTROUTE SO_ERROR SO_KEEPALIVE SO_LINGER SO_MARK
          SO_OOBINLINE SO_PASSCRED SO_PEERCRED SO_PRIORITY SO_RCVBUF SO_RCVLOWAT SO_RCVTIMEO
          SO_REUSEADDR SO_REUSEPORT SO_SNDBUF SO_SNDLOWAT SO_SNDTIMEO SO_TYPE
          TCP_CONGESTION TCP_CORK TCP_DEFER_ACCEPT TCP_FASTOPEN TCP_INFO TCP_KEEPCNT TCP_KEEPIDLE
          TCP_KEEPINTVL TCP_LINGER2 TCP_MAXSEG TCP_NODELAY TCP_QUICKACK TCP_SYNCNT TCP_USER_TIMEOUT
          TCP_WINDOW_CLAMP
          """
              .strip()
              .split("\\s+"));

  private final LinuxConstants linux = new LinuxConstants();

  /** An expression such as {@code MSG_PEEK|MSG_DONTWAIT}. */
  String of(String expression) {
    return Arrays.stream(expression.split("\\|")).map(this::one).collect(Collectors.joining(" | "));
  }

  private String one(String name) {
    if (!Character.isLetter(name.charAt(0))) {
      return name;
    }
    if (!KNOWN.contains(name)) {
      return linux.number(name);
    }
    if (name.startsWith("POLL")) {
      return "select." + name;
    }
    int end = name.indexOf('_');
    return MODULES.getOrDefault(end < 0 ? name : name.substring(0, end), "socket") + "." + name;
  }

  /** The number of a descriptor: a closed socket object has none, so it was kept. */
  static String number(Handle handle) {
    if (!handle.variable()) {
      return handle.text();
    }
    return handle.text() + (handle.open() ? ".fileno()" : "_number");
  }

  /** An expression for any bytes; many of them by their pattern. */
  static String bytes(Bytes bytes) {
    if (!Quoted.isLong(bytes)) {
      return literal(bytes);
    }
    return Quoted.pattern(bytes)
        .map(pattern -> repeated(pattern, bytes.length()))
        .orElse("bytes.fromhex(\"" + bytes.hex() + "\")");
  }

  private static String repeated(Bytes pattern, int length) {
    int times = (length + pattern.length() - 1) / pattern.length();
    String all = literal(pattern) + " * " + times;
    return length % pattern.length() == 0 ? all : "(" + all + ")[:" + length + "]";
  }

  private static String literal(Bytes bytes) {
    boolean ascii = Quoted.ascii(bytes.toArray()).indexOf('\\') < 0;
    return !ascii && Quoted.plain(bytes).isPresent()
        ? "\"" + Quoted.plain(bytes).get() + "\".encode()"
        : "b\"" + Quoted.ascii(bytes.toArray()) + "\"";
  }
}
