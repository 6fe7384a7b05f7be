package socketscope.event;

import static socketscope.event.Parameter.address;
import static socketscope.event.Parameter.constant;
import static socketscope.event.Parameter.data;
import static socketscope.event.Parameter.descriptor;
import static socketscope.event.Parameter.given;
import static socketscope.event.Parameter.number;
import static socketscope.event.Parameter.optional;
import static socketscope.event.Parameter.size;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import socketscope.event.Parameter.Kind;

/**
 * The system calls that can be made, with their parameters as a lesson writes them. Lengths that C
 * wants beside a buffer or an address may be left out: they follow from it.
 */
public enum Function {
  /** int socket(int domain, int type, int protocol). socket(2). */
  SOCKET(constant("domain"), constant("type"), constant("protocol", "0")),
  /** int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen). bind(2). */
  BIND(descriptor(), address(), optional("addrlen", Kind.NUMBER)),
  /** int listen(int sockfd, int backlog). listen(2). */
  LISTEN(descriptor(), number("backlog")),
  /** int accept(int sockfd, struct sockaddr *addr, socklen_t *addrlen). accept(2). */
  ACCEPT(descriptor(), optional("addr", Kind.ROOM), optional("addrlen", Kind.ROOM)),
  /** int connect(int sockfd, const struct sockaddr *addr, socklen_t addrlen). connect(2). */
  CONNECT(descriptor(), address(), optional("addrlen", Kind.NUMBER)),
  /** ssize_t send(int sockfd, const void *buf, size_t size, int flags). send(2). */
  SEND(descriptor(), data(), constant("flags", "0")),
  /** ssize_t recv(int sockfd, void *buf, size_t size, int flags). recv(2). */
  RECV(descriptor(), size("size"), constant("flags", "0")),
  /** ssize_t sendto(sockfd, buf, size, flags, addr, addrlen). send(2). */
  SENDTO(descriptor(), data(), constant("flags"), address(), optional("addrlen", Kind.NUMBER)),
  /** ssize_t recvfrom(sockfd, buf, size, flags, addr, addrlen). recv(2). */
  RECVFROM(
      descriptor(),
      size("size"),
      constant("flags", "0"),
      optional("addr", Kind.ROOM),
      optional("addrlen", Kind.ROOM)),
  /** ssize_t read(int fd, void *buf, size_t count). read(2). */
  READ(descriptor(), size("count")),
  /** ssize_t write(int fd, const void *buf, size_t count). write(2). */
  WRITE(descriptor(), data()),
  /** int shutdown(int sockfd, int how). shutdown(2). */
  SHUTDOWN(descriptor(), constant("how")),
  /** int close(int fd). close(2). */
  CLOSE(descriptor()),
  /** int getsockname(int sockfd, struct sockaddr *addr, socklen_t *addrlen). getsockname(2). */
  GETSOCKNAME(descriptor(), optional("addr", Kind.ROOM), optional("addrlen", Kind.ROOM)),
  /** int getpeername(int sockfd, struct sockaddr *addr, socklen_t *addrlen). getpeername(2). */
  GETPEERNAME(descriptor(), optional("addr", Kind.ROOM), optional("addrlen", Kind.ROOM)),
  /** int getsockopt(sockfd, level, optname, optval, optlen). getsockopt(2). */
  GETSOCKOPT(
      descriptor(),
      constant("level"),
      constant("optname"),
      optional("optval", Kind.ROOM),
      optional("optlen", Kind.ROOM)),
  /** int setsockopt(sockfd, level, optname, optval, optlen). setsockopt(2). */
  SETSOCKOPT(
      descriptor(),
      constant("level"),
      constant("optname"),
      given("optval", Kind.VALUE),
      optional("optlen", Kind.NUMBER)),
  /** int fcntl(int fd, int op, int arg). fcntl(2). */
  FCNTL(descriptor(), constant("op"), new Parameter("arg", Kind.WORD, "0", false)),
  /** int ioctl(int fd, unsigned long op, int *arg), of an int. ioctl(2). */
  IOCTL(descriptor(), constant("op"), optional("arg", Kind.ROOM)),
  /** int socketpair(int domain, int type, int protocol, int sv[2]). socketpair(2). */
  SOCKETPAIR(
      constant("domain"),
      constant("type"),
      constant("protocol", "0"),
      optional("sv", Kind.POINTER)),
  /** int dup(int fd). dup(2). */
  DUP(descriptor()),
  /** int poll(struct pollfd *fds, nfds_t nfds, int timeout), in milliseconds. poll(2). */
  POLL(given("fds", Kind.WATCHED), number("timeout"));

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Parameter> parameters;

  Function(Parameter... parameters) {
    this.parameters = List.of(parameters);
  }

  /** Its name in C. */
  public String cName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its parameters, in order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** How it is written: {@code bind(sockfd, addr)}. */
  public String usage() {
    return cName()
        + String.join(", ", parameters.stream().map(Parameter::name).toList())
            .transform(list -> "(" + list + ")");
  }

  /** The call of that name in C. */
  public static Optional<Function> named(String cName) {
    for (Function function : values()) {
      if (function.cName().equals(cName)) {
        return Optional.of(function);
      }
    }
    return Optional.empty();
  }
}
