package socketscope.explain;

import socketscope.event.Function;
import socketscope.text.Language;
import socketscope.text.Texts;

/** What the calls are for, whatever an experiment does with them. */
public final class CallDescription {

  private final Texts texts;

  private CallDescription(Texts texts) {
    this.texts = texts;
  }

  /** The descriptions in that language. */
  public static CallDescription of(Language language) {
    return new CallDescription(Texts.of("explain", language));
  }

  /** One paragraph: what the call does, and what it does not do. */
  public String does(Function function) {
    return texts.get("call." + function.cName() + ".does");
  }

  /** Its declaration in C, from its manual page of section 2. */
  public static String prototype(Function function) {
    return switch (function) {
      case SOCKET -> "int socket(int domain, int type, int protocol);";
      case BIND -> "int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen);";
      case LISTEN -> "int listen(int sockfd, int backlog);";
      case ACCEPT -> "int accept(int sockfd, struct sockaddr *addr, socklen_t *addrlen);";
      case CONNECT -> "int connect(int sockfd, const struct sockaddr *addr, socklen_t addrlen);";
      case SEND -> "ssize_t send(int sockfd, const void *buf, size_t size, int flags);";
      case RECV -> "ssize_t recv(int sockfd, void *buf, size_t size, int flags);";
      case SENDTO ->
          "ssize_t sendto(int sockfd, const void *buf, size_t size, int flags,"
              + " const struct sockaddr *dest_addr, socklen_t addrlen);";
      case RECVFROM ->
          "ssize_t recvfrom(int sockfd, void *buf, size_t size, int flags,"
              + " struct sockaddr *src_addr, socklen_t *addrlen);";
      case READ -> "ssize_t read(int fd, void *buf, size_t count);";
      case WRITE -> "ssize_t write(int fd, const void *buf, size_t count);";
      case SHUTDOWN -> "int shutdown(int sockfd, int how);";
      case CLOSE -> "int close(int fd);";
      case GETSOCKNAME -> "int getsockname(int sockfd, struct sockaddr *addr, socklen_t *addrlen);";
      case GETPEERNAME -> "int getpeername(int sockfd, struct sockaddr *addr, socklen_t *addrlen);";
      case GETSOCKOPT ->
          "int getsockopt(int sockfd, int level, int optname, void *optval, socklen_t *optlen);";
      case SETSOCKOPT ->
          "int setsockopt(int sockfd, int level, int optname, const void *optval,"
              + " socklen_t optlen);";
      case FCNTL -> "int fcntl(int fd, int op, ... /* arg */);";
      case SOCKETPAIR -> "int socketpair(int domain, int type, int protocol, int sv[2]);";
      case DUP -> "int dup(int oldfd);";
      case POLL -> "int poll(struct pollfd *fds, nfds_t nfds, int timeout);";
      case IOCTL -> "int ioctl(int fd, unsigned long op, ...);";
    };
  }
}
