package socketscope.explain;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import socketscope.event.Function;

/**
 * Which errno a call can leave on Linux, for sockets of the families that can be made here: the
 * ERRORS of the calls' manual pages (section 2), of ip(7), ipv6(7), tcp(7), udp(7) and unix(7), and
 * what was seen. Left out are those of other things than sockets (EIO, EISDIR, ENOSPC, EDQUOT,
 * EFBIG and the locks of fcntl), and those of calls that are not made here (sendmsg).
 */
final class PossibleErrors {

  private static final String SEND =
      "EACCES EAFNOSUPPORT EAGAIN EALREADY EBADF ECONNREFUSED ECONNRESET EDESTADDRREQ EFAULT"
          + " EHOSTUNREACH EINTR EINVAL EISCONN EMSGSIZE ENETDOWN ENETUNREACH ENOBUFS ENOENT ENOMEM"
          + " ENOTCONN ENOTDIR ENOTSOCK EOPNOTSUPP EPERM EPIPE EPROTOTYPE ETIMEDOUT";

  private static final String RECV =
      "EAGAIN EBADF ECONNREFUSED ECONNRESET EFAULT EHOSTUNREACH EINTR EINVAL ENETUNREACH ENOMEM"
          + " ENOTCONN ENOTSOCK EOPNOTSUPP ETIMEDOUT";

  private static final Map<Function, List<String>> NAMES =
      Map.ofEntries(
          entry(
              Function.SOCKET,
              names(
                  "EACCES EAFNOSUPPORT EINVAL EMFILE ENFILE ENOBUFS ENOMEM EPERM EPROTONOSUPPORT"
                      + " ESOCKTNOSUPPORT")),
          entry(
              Function.BIND,
              names(
                  "EACCES EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EBADF EFAULT EINVAL ELOOP"
                      + " ENAMETOOLONG ENODEV ENOENT ENOMEM ENOTDIR ENOTSOCK EPERM EROFS")),
          entry(Function.LISTEN, names("EADDRINUSE EBADF EINVAL ENOTSOCK EOPNOTSUPP")),
          entry(
              Function.ACCEPT,
              names(
                  "EAGAIN EBADF ECONNABORTED EFAULT EHOSTDOWN EHOSTUNREACH EINTR EINVAL EMFILE"
                      + " ENETDOWN ENETUNREACH ENFILE ENOBUFS ENOMEM ENONET ENOPROTOOPT ENOTSOCK"
                      + " EOPNOTSUPP EPERM EPROTO EPROTONOSUPPORT ESOCKTNOSUPPORT ETIMEDOUT")),
          entry(
              Function.CONNECT,
              names(
                  "EACCES EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EAGAIN EALREADY EBADF ECONNABORTED"
                      + " ECONNREFUSED ECONNRESET EFAULT EHOSTUNREACH EINPROGRESS EINTR EINVAL"
                      + " EISCONN ELOOP ENAMETOOLONG ENETUNREACH ENOBUFS ENOENT ENOMEM ENOTDIR"
                      + " ENOTSOCK EPERM EPROTOTYPE ETIMEDOUT")),
          entry(Function.SEND, names(SEND)),
          entry(Function.SENDTO, names(SEND)),
          entry(
              Function.WRITE,
              without(SEND, "EAFNOSUPPORT EALREADY EISCONN ENOTDIR ENOTSOCK EOPNOTSUPP")),
          entry(Function.RECV, names(RECV)),
          entry(Function.RECVFROM, names(RECV)),
          entry(Function.READ, without(RECV, "ENOTSOCK EOPNOTSUPP")),
          entry(Function.SHUTDOWN, names("EBADF EINVAL ENOTCONN ENOTSOCK")),
          entry(Function.CLOSE, names("EBADF EINTR")),
          entry(Function.GETSOCKNAME, names("EBADF EFAULT EINVAL ENOBUFS ENOTSOCK")),
          entry(Function.GETPEERNAME, names("EBADF EFAULT EINVAL ENOBUFS ENOTCONN ENOTSOCK")),
          entry(
              Function.GETSOCKOPT,
              names("EBADF EFAULT EINVAL ENOPROTOOPT ENOTCONN ENOTSOCK EOPNOTSUPP EPERM")),
          entry(
              Function.SETSOCKOPT,
              names(
                  "EACCES EADDRINUSE EADDRNOTAVAIL EBADF EDOM EFAULT EINVAL EISCONN ENOBUFS ENODEV"
                      + " ENOENT ENOMEM EPROTO"
                      + " ENOPROTOOPT ENOTCONN ENOTSOCK EOPNOTSUPP EPERM")),
          entry(Function.FCNTL, names("EBADF EFAULT EINVAL EMFILE ENOTDIR EPERM ESRCH")),
          entry(
              Function.SOCKETPAIR,
              names(
                  "EACCES EAFNOSUPPORT EFAULT EINVAL EMFILE ENFILE ENOBUFS ENOMEM EOPNOTSUPP EPERM"
                      + " EPROTONOSUPPORT ESOCKTNOSUPPORT")),
          entry(Function.DUP, names("EBADF EMFILE")),
          entry(Function.POLL, names("EFAULT EINTR EINVAL ENOMEM")),
          entry(Function.IOCTL, names("EBADF EFAULT EINVAL ENODEV ENOENT ENOTTY EPERM ESRCH")));

  private PossibleErrors() {}

  private static List<String> names(String joined) {
    return List.of(joined.split(" "));
  }

  /** What write() and read() cannot give: they have no flags and no address, and take any file. */
  private static List<String> without(String joined, String left) {
    List<String> out = names(left);
    return names(joined).stream().filter(name -> !out.contains(name)).toList();
  }

  /** The names of the errors that the call can give. */
  static List<String> of(Function function) {
    return NAMES.getOrDefault(function, List.of());
  }
}
