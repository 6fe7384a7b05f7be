package socketscope.event;

import static socketscope.constant.ConstantSet.ACCEPT_FLAGS;
import static socketscope.constant.ConstantSet.ADDRESS_FAMILY;
import static socketscope.constant.ConstantSet.DUP_FLAGS;
import static socketscope.constant.ConstantSet.EPOLL_EVENTS;
import static socketscope.constant.ConstantSet.EPOLL_FLAGS;
import static socketscope.constant.ConstantSet.EPOLL_OPERATION;
import static socketscope.constant.ConstantSet.EVENTFD_FLAGS;
import static socketscope.constant.ConstantSet.FCNTL_COMMAND;
import static socketscope.constant.ConstantSet.FILE_FLAGS;
import static socketscope.constant.ConstantSet.IOCTL_REQUEST;
import static socketscope.constant.ConstantSet.LEVEL;
import static socketscope.constant.ConstantSet.MESSAGE_FLAGS;
import static socketscope.constant.ConstantSet.OPTION;
import static socketscope.constant.ConstantSet.PIPE_FLAGS;
import static socketscope.constant.ConstantSet.POLL_EVENTS;
import static socketscope.constant.ConstantSet.PROTOCOL;
import static socketscope.constant.ConstantSet.SHUTDOWN_HOW;
import static socketscope.constant.ConstantSet.SOCKET_TYPE;
import static socketscope.event.FunctionTraits.traits;
import static socketscope.event.Parameter.address;
import static socketscope.event.Parameter.addressLength;
import static socketscope.event.Parameter.constant;
import static socketscope.event.Parameter.data;
import static socketscope.event.Parameter.descriptor;
import static socketscope.event.Parameter.given;
import static socketscope.event.Parameter.number;
import static socketscope.event.Parameter.optional;
import static socketscope.event.Parameter.sequence;
import static socketscope.event.Parameter.size;
import static socketscope.event.Parameter.structure;
import static socketscope.event.Parameter.word;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import socketscope.event.Parameter.Kind;

/**
 * The system calls that can be made. What is true of a call as such stands here and nowhere else:
 * its declaration, its parameters as a lesson writes them, what it creates, what it moves, what it
 * waits for, of which call it is a variant, what it can fail with. Lengths that C wants beside a
 * buffer or an address may be left out of a lesson: they follow from it.
 *
 * <p>Sources: the manual pages of section 2, POSIX.1-2024, and for the errors also the kernel's
 * answers.
 */
public enum Function {
  /** Creates a socket. socket(2). */
  SOCKET(
      traits("int socket(int domain, int type, int protocol)", Group.CONNECTIONS)
          .creates(Creates.SOCKET)
          .errors(
              "EACCES EAFNOSUPPORT EINVAL EMFILE ENFILE ENOBUFS ENOMEM EPERM EPROTONOSUPPORT"
                  + " ESOCKTNOSUPPORT"),
      constant("domain", ADDRESS_FAMILY),
      constant("type", SOCKET_TYPE),
      constant("protocol", PROTOCOL, "0")),
  /** Gives a socket an address of this machine. bind(2). */
  BIND(
      traits(
              "int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen)",
              Group.CONNECTIONS)
          .errors(
              "EACCES EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EBADF EFAULT EINVAL ELOOP"
                  + " ENAMETOOLONG ENODEV ENOENT ENOMEM ENOTDIR ENOTSOCK EPERM EROFS"),
      descriptor(),
      address(),
      addressLength()),
  /** Makes a socket a listener. listen(2). */
  LISTEN(
      traits("int listen(int sockfd, int backlog)", Group.CONNECTIONS)
          .errors("EADDRINUSE EBADF EINVAL ENOTSOCK EOPNOTSUPP"),
      descriptor(),
      number("backlog")),
  /** Takes a connection from a listener's queue. accept(2). */
  ACCEPT(
      traits("int accept(int sockfd, struct sockaddr *addr, socklen_t *addrlen)", Group.CONNECTIONS)
          .creates(Creates.ACCEPTED)
          .waitsFor(WaitsFor.CONNECTION)
          .errors(
              "EAGAIN EBADF ECONNABORTED EFAULT EHOSTDOWN EHOSTUNREACH EINTR EINVAL EMFILE"
                  + " ENETDOWN ENETUNREACH ENFILE ENOBUFS ENOMEM ENONET ENOPROTOOPT ENOTSOCK"
                  + " EOPNOTSUPP EPERM EPROTO EPROTONOSUPPORT ESOCKTNOSUPPORT ETIMEDOUT"),
      descriptor(),
      optional("addr", Kind.ROOM),
      optional("addrlen", Kind.ROOM)),
  /** Takes a connection from a listener's queue, and sets flags of its socket. accept(2). */
  ACCEPT4(
      traits(
              "int accept4(int sockfd, struct sockaddr *addr, socklen_t *addrlen, int flags)",
              Group.CONNECTIONS)
          .creates(Creates.ACCEPTED)
          .waitsFor(WaitsFor.CONNECTION)
          .variantOf("accept")
          .passes(0, 2, 3, 1)
          .errors(
              "EAGAIN EBADF ECONNABORTED EFAULT EINTR EINVAL EMFILE ENFILE ENOBUFS ENOMEM ENOTSOCK"
                  + " EOPNOTSUPP EPERM"),
      descriptor(),
      constant("flags", ACCEPT_FLAGS, "0"),
      optional("addr", Kind.ROOM),
      optional("addrlen", Kind.ROOM)),
  /** Connects a socket, or names the peer of one without connections. connect(2). */
  CONNECT(
      traits(
              "int connect(int sockfd, const struct sockaddr *addr, socklen_t addrlen)",
              Group.CONNECTIONS)
          .waitsFor(WaitsFor.HANDSHAKE)
          .errors(
              "EACCES EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EAGAIN EALREADY EBADF ECONNABORTED"
                  + " ECONNREFUSED ECONNRESET EFAULT EHOSTUNREACH EINPROGRESS EINTR EINVAL"
                  + " EISCONN ELOOP ENAMETOOLONG ENETUNREACH ENOBUFS ENOENT ENOMEM ENOTDIR"
                  + " ENOTSOCK EPERM EPROTOTYPE ETIMEDOUT"),
      descriptor(),
      address(),
      addressLength()),
  /** Sends on a connected socket. send(2). */
  SEND(
      traits("ssize_t send(int sockfd, const void *buf, size_t size, int flags)", Group.DATA)
          .sends()
          .errors(Errors.SEND),
      descriptor(),
      data(),
      constant("flags", MESSAGE_FLAGS, "0")),
  /** Receives. recv(2). */
  RECV(
      traits("ssize_t recv(int sockfd, void *buf, size_t size, int flags)", Group.DATA)
          .receives()
          .errors(Errors.RECV),
      descriptor(),
      size("size"),
      constant("flags", MESSAGE_FLAGS, "0")),
  /** Sends to an address. send(2). */
  SENDTO(
      traits(
              "ssize_t sendto(int sockfd, const void *buf, size_t size, int flags,"
                  + " const struct sockaddr *dest_addr, socklen_t addrlen)",
              Group.DATA)
          .sends()
          .variantOf("send")
          .errors(Errors.SEND),
      descriptor(),
      data(),
      constant("flags", MESSAGE_FLAGS),
      address(),
      addressLength()),
  /** Receives, and learns who sent. recv(2). */
  RECVFROM(
      traits(
              "ssize_t recvfrom(int sockfd, void *buf, size_t size, int flags,"
                  + " struct sockaddr *src_addr, socklen_t *addrlen)",
              Group.DATA)
          .receives()
          .variantOf("recv")
          .errors(Errors.RECV),
      descriptor(),
      size("size"),
      constant("flags", MESSAGE_FLAGS, "0"),
      optional("addr", Kind.ROOM),
      optional("addrlen", Kind.ROOM)),
  /** Receives as from a file. read(2). */
  READ(
      traits("ssize_t read(int fd, void *buf, size_t count)", Group.DATA)
          .receives()
          .variantOf("recv")
          .errors(Errors.without(Errors.RECV, "ENOTSOCK EOPNOTSUPP")),
      descriptor(),
      size("count")),
  /** Sends as to a file. write(2). */
  WRITE(
      traits("ssize_t write(int fd, const void *buf, size_t count)", Group.DATA)
          .sends()
          .variantOf("send")
          .errors(
              Errors.without(
                  Errors.SEND, "EAFNOSUPPORT EALREADY EISCONN ENOTDIR ENOTSOCK EOPNOTSUPP")),
      descriptor(),
      data()),
  /** Receives into several places. readv(2). */
  READV(
      traits("ssize_t readv(int fd, const struct iovec *iov, int iovcnt)", Group.DATA)
          .receives()
          .variantOf("recv")
          .errors(Errors.without(Errors.RECV, "ENOTSOCK EOPNOTSUPP")),
      descriptor(),
      sequence("iov", size("iov_len"))),
  /** Sends from several places. writev(2). */
  WRITEV(
      traits("ssize_t writev(int fd, const struct iovec *iov, int iovcnt)", Group.DATA)
          .sends()
          .variantOf("send")
          .errors(
              Errors.without(
                  Errors.SEND, "EAFNOSUPPORT EALREADY EISCONN ENOTDIR ENOTSOCK EOPNOTSUPP")),
      descriptor(),
      sequence("iov", data())),
  /** Sends a message: bytes from several places, with an address and control messages. send(2). */
  SENDMSG(
      traits("ssize_t sendmsg(int sockfd, const struct msghdr *msg, int flags)", Group.MESSAGES)
          .sends()
          .variantOf("send")
          .errors(Errors.SEND),
      descriptor(),
      Parameter.messageToSend("msg"),
      constant("flags", MESSAGE_FLAGS, "0")),
  /** Receives a message: bytes, who sent them, control messages, and flags. recv(2). */
  RECVMSG(
      traits("ssize_t recvmsg(int sockfd, struct msghdr *msg, int flags)", Group.MESSAGES)
          .receives()
          .variantOf("recv")
          .creates(Creates.PASSED)
          .writes(Parameter.messageReceived("msg"))
          .errors(Errors.RECV + " EMSGSIZE"),
      descriptor(),
      Parameter.messageToReceive("msg"),
      constant("flags", MESSAGE_FLAGS, "0")),
  /** Sends several messages with one call; the value is their number. sendmmsg(2), Linux. */
  SENDMMSG(
      traits(
              "int sendmmsg(int sockfd, struct mmsghdr *msgvec, unsigned int vlen, int flags)",
              Group.MESSAGES)
          .sends()
          .variantOf("send")
          .countsMessages()
          .errors(Errors.SEND),
      descriptor(),
      sequence("msgvec", Parameter.messageToSend("msg_hdr")),
      constant("flags", MESSAGE_FLAGS, "0")),
  /** Receives several messages with one call; the value is their number. recvmmsg(2), Linux. */
  RECVMMSG(
      traits(
              "int recvmmsg(int sockfd, struct mmsghdr *msgvec, unsigned int vlen, int flags,"
                  + " struct timespec *timeout)",
              Group.MESSAGES)
          .receives()
          .variantOf("recv")
          .countsMessages()
          .creates(Creates.PASSED)
          .writes(sequence("msgvec", Parameter.messageReceived("msg_hdr")))
          .errors(Errors.RECV),
      descriptor(),
      sequence("msgvec", Parameter.messageToReceive("msg_hdr")),
      constant("flags", MESSAGE_FLAGS, "0"),
      structure("timeout", number("tv_sec"), number("tv_nsec")).asOptional()),
  /** Ends one direction of a connection, or both. shutdown(2). */
  SHUTDOWN(
      traits("int shutdown(int sockfd, int how)", Group.CONNECTIONS)
          .errors("EBADF EINVAL ENOTCONN ENOTSOCK"),
      descriptor(),
      constant("how", SHUTDOWN_HOW)),
  /** Gives a descriptor back. close(2). */
  CLOSE(traits("int close(int fd)", Group.CONNECTIONS).errors("EBADF EINTR"), descriptor()),
  /** A socket's own address. getsockname(2). */
  GETSOCKNAME(
      traits("int getsockname(int sockfd, struct sockaddr *addr, socklen_t *addrlen)", Group.NAMES)
          .errors("EBADF EFAULT EINVAL ENOBUFS ENOTSOCK"),
      descriptor(),
      optional("addr", Kind.ROOM),
      optional("addrlen", Kind.ROOM)),
  /** The address of a socket's peer. getpeername(2). */
  GETPEERNAME(
      traits("int getpeername(int sockfd, struct sockaddr *addr, socklen_t *addrlen)", Group.NAMES)
          .errors("EBADF EFAULT EINVAL ENOBUFS ENOTCONN ENOTSOCK"),
      descriptor(),
      optional("addr", Kind.ROOM),
      optional("addrlen", Kind.ROOM)),
  /** The value of an option. getsockopt(2). */
  GETSOCKOPT(
      traits(
              "int getsockopt(int sockfd, int level, int optname, void *optval,"
                  + " socklen_t *optlen)",
              Group.OPTIONS)
          .writes(given("optval", Kind.VALUE))
          .errors("EBADF EFAULT EINVAL ENOPROTOOPT ENOTCONN ENOTSOCK EOPNOTSUPP EPERM"),
      descriptor(),
      constant("level", LEVEL),
      constant("optname", OPTION),
      optional("optval", Kind.ROOM),
      optional("optlen", Kind.ROOM)),
  /** Sets an option. setsockopt(2). */
  SETSOCKOPT(
      traits(
              "int setsockopt(int sockfd, int level, int optname, const void *optval,"
                  + " socklen_t optlen)",
              Group.OPTIONS)
          .errors(
              "EACCES EADDRINUSE EADDRNOTAVAIL EBADF EDOM EFAULT EINVAL EISCONN ENOBUFS ENODEV"
                  + " ENOENT ENOMEM EPROTO"
                  + " ENOPROTOOPT ENOTCONN ENOTSOCK EOPNOTSUPP EPERM"),
      descriptor(),
      constant("level", LEVEL),
      constant("optname", OPTION),
      given("optval", Kind.VALUE),
      optional("optlen", Kind.NUMBER)),
  /** Does something with a descriptor, such as to set its file's flags. fcntl(2). */
  FCNTL(
      traits("int fcntl(int fd, int op, ... /* arg */)", Group.OPTIONS)
          .creates(Creates.DUPLICATE)
          .errors("EBADF EFAULT EINVAL EMFILE ENOTDIR EPERM ESRCH"),
      descriptor(),
      constant("op", FCNTL_COMMAND),
      word("arg", FILE_FLAGS, "0")),
  /** Asks a device, or here a socket, for something of its own. ioctl(2). */
  IOCTL(
      traits("int ioctl(int fd, unsigned long op, ...)", Group.OPTIONS)
          .writes(given("arg", Kind.VALUE))
          .errors("EBADF EFAULT EINVAL ENODEV ENOENT ENOTTY EPERM ESRCH"),
      descriptor(),
      constant("op", IOCTL_REQUEST),
      optional("arg", Kind.REQUEST)),
  /** Creates two sockets that are connected to each other. socketpair(2). */
  SOCKETPAIR(
      traits("int socketpair(int domain, int type, int protocol, int sv[2])", Group.DESCRIPTORS)
          .creates(Creates.SOCKET_PAIR)
          .errors(
              "EACCES EAFNOSUPPORT EFAULT EINVAL EMFILE ENFILE ENOBUFS ENOMEM EOPNOTSUPP EPERM"
                  + " EPROTONOSUPPORT ESOCKTNOSUPPORT"),
      constant("domain", ADDRESS_FAMILY),
      constant("type", SOCKET_TYPE),
      constant("protocol", PROTOCOL, "0"),
      optional("sv", Kind.POINTER)),
  /** Gives one more descriptor to what one stands for. dup(2). */
  DUP(
      traits("int dup(int oldfd)", Group.DESCRIPTORS)
          .creates(Creates.DUPLICATE)
          .errors("EBADF EMFILE"),
      descriptor()),
  /** Waits until something can be done with one of several descriptors. poll(2). */
  POLL(
      traits("int poll(struct pollfd *fds, nfds_t nfds, int timeout)", Group.WAITING)
          .waitsFor(WaitsFor.READINESS)
          .writes(
              sequence(
                  "fds", structure("pollfd", descriptor("fd"), constant("revents", POLL_EVENTS))))
          .errors("EFAULT EINTR EINVAL ENOMEM"),
      sequence("fds", structure("pollfd", descriptor("fd"), constant("events", POLL_EVENTS))),
      number("timeout")),
  /** Gives one more descriptor, of that number, to what one stands for. dup(2). */
  DUP2(
      traits("int dup2(int oldfd, int newfd)", Group.DESCRIPTORS)
          .creates(Creates.DUPLICATE)
          .variantOf("dup")
          .errors("EBADF EINTR EMFILE"),
      descriptor("oldfd"),
      number("newfd")),
  /** The same, with flags. dup(2), Linux. */
  DUP3(
      traits("int dup3(int oldfd, int newfd, int flags)", Group.DESCRIPTORS)
          .creates(Creates.DUPLICATE)
          .variantOf("dup")
          .errors("EBADF EINTR EINVAL EMFILE"),
      descriptor("oldfd"),
      number("newfd"),
      constant("flags", DUP_FLAGS, "0")),
  /** A pipe: what is written into its second descriptor is read from its first. pipe(2). */
  PIPE(
      traits("int pipe(int pipefd[2])", Group.DESCRIPTORS)
          .creates(Creates.DESCRIPTOR_PAIR)
          .errors("EFAULT EMFILE ENFILE"),
      optional("pipefd", Kind.POINTER)),
  /** pipe() with flags for both descriptors. pipe2(2), Linux. */
  PIPE2(
      traits("int pipe2(int pipefd[2], int flags)", Group.DESCRIPTORS)
          .creates(Creates.DESCRIPTOR_PAIR)
          .variantOf("pipe")
          .passes(1, 0)
          .errors("EFAULT EINVAL EMFILE ENFILE"),
      constant("flags", PIPE_FLAGS, "0"),
      optional("pipefd", Kind.POINTER)),
  /** A counter with a descriptor, to wake whoever waits for it. eventfd(2), Linux. */
  EVENTFD(
      traits("int eventfd(unsigned int initval, int flags)", Group.DESCRIPTORS)
          .creates(Creates.DESCRIPTOR)
          .errors("EINVAL EMFILE ENFILE ENOMEM"),
      number("initval"),
      constant("flags", EVENTFD_FLAGS, "0")),
  /** Takes a name out of a directory, such as that of a local socket. unlink(2). */
  UNLINK(
      traits("int unlink(const char *pathname)", Group.FILES)
          .errors("EACCES EFAULT EISDIR ELOOP ENAMETOOLONG ENOENT ENOTDIR EPERM EROFS"),
      given("pathname", Kind.PATH)),
  /** Waits until something can be done with one of three sets of descriptors. select(2). */
  SELECT(
      traits(
              "int select(int nfds, fd_set *readfds, fd_set *writefds, fd_set *exceptfds,"
                  + " struct timeval *timeout)",
              Group.WAITING)
          .waitsFor(WaitsFor.READINESS)
          .writes(
              structure(
                  "fd_set",
                  sequence("readfds", descriptor("fd")).asOptional(),
                  sequence("writefds", descriptor("fd")).asOptional(),
                  sequence("exceptfds", descriptor("fd")).asOptional()))
          .errors("EBADF EFAULT EINTR EINVAL ENOMEM"),
      number("nfds"),
      sequence("readfds", descriptor("fd")),
      sequence("writefds", descriptor("fd")),
      sequence("exceptfds", descriptor("fd")),
      structure("timeout", number("tv_sec"), number("tv_usec"))),
  /** A list of descriptors that the kernel keeps and watches. epoll_create(2), Linux. */
  EPOLL_CREATE1(
      traits("int epoll_create1(int flags)", Group.WAITING)
          .creates(Creates.DESCRIPTOR)
          .errors("EINVAL EMFILE ENFILE ENOMEM"),
      constant("flags", EPOLL_FLAGS, "0")),
  /** Changes that list. epoll_ctl(2), Linux. */
  EPOLL_CTL(
      traits("int epoll_ctl(int epfd, int op, int fd, struct epoll_event *event)", Group.WAITING)
          .errors("EBADF EEXIST EFAULT EINVAL ELOOP ENOENT ENOMEM EPERM"),
      descriptor("epfd"),
      constant("op", EPOLL_OPERATION),
      descriptor("fd"),
      structure("event", constant("events", EPOLL_EVENTS), optional("data", Kind.NUMBER))),
  /** Waits until something can be done with one of that list. epoll_wait(2), Linux. */
  EPOLL_WAIT(
      traits(
              "int epoll_wait(int epfd, struct epoll_event *events, int maxevents, int timeout)",
              Group.WAITING)
          .waitsFor(WaitsFor.READINESS)
          .writes(
              sequence(
                  "events",
                  structure("epoll_event", constant("events", EPOLL_EVENTS), descriptor("data"))))
          .errors("EBADF EFAULT EINTR EINVAL"),
      descriptor("epfd"),
      given("maxevents", Kind.ENTRIES),
      number("timeout")),
  /** Makes a process that has the descriptors of this one. fork(2). */
  FORK(
      traits("pid_t fork(void)", Group.PROCESSES).creates(Creates.PROCESS).errors("EAGAIN ENOMEM"));

  /** What a call brings into being where it succeeds. */
  public enum Creates {
    /** Nothing with a descriptor. */
    NOTHING,
    /** A socket; its descriptor is the value. */
    SOCKET,
    /** The socket of a connection that waited at a listener; its descriptor is the value. */
    ACCEPTED,
    /** Two sockets, connected to each other; the kernel writes their descriptors. */
    SOCKET_PAIR,
    /** One more descriptor of what the first argument stands for; fcntl() only by some commands. */
    DUPLICATE,
    /** Descriptors that another program has sent (unix(7), SCM_RIGHTS), if it has. */
    PASSED,
    /** A descriptor of something that is no socket; it is the value. */
    DESCRIPTOR,
    /** Two descriptors of something that is no socket; the kernel writes them. */
    DESCRIPTOR_PAIR,
    /** Another process, with a copy of the table of descriptors; its number is the value. */
    PROCESS
  }

  /** What a call sleeps for, where its descriptor blocks. */
  public enum WaitsFor {
    /** It never sleeps for another program's doing. */
    NOTHING,
    /** A connection to accept. */
    CONNECTION,
    /** The peer's answer to a SYN, or room in a listener's queue. */
    HANDSHAKE,
    /** Bytes or a datagram to receive. */
    DATA,
    /** Room in a send queue or in the receiver's. */
    ROOM,
    /** Something that can be done with one of several descriptors. */
    READINESS
  }

  /** What calls are shown together. */
  public enum Group {
    /** From socket() to close(). */
    CONNECTIONS,
    /** What moves bytes. */
    DATA,
    /** What moves whole messages, with addresses and control messages. */
    MESSAGES,
    /** Who is at which end. */
    NAMES,
    /** What is set and asked. */
    OPTIONS,
    /** What waits for several descriptors. */
    WAITING,
    /** What makes descriptors in pairs, or one more of them. */
    DESCRIPTORS,
    /** What changes names in the file system. */
    FILES,
    /** What makes processes. */
    PROCESSES
  }

  @SuppressWarnings("ImmutableEnumChecker") // not changed once the constant is made
  private final FunctionTraits traits;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Parameter> parameters;

  Function(FunctionTraits traits, Parameter... parameters) {
    this.traits = traits;
    this.parameters = List.of(parameters);
  }

  /** Its name in C. */
  public String cName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its declaration in C, as its manual page has it, without the semicolon. */
  public String prototype() {
    return traits.prototype();
  }

  /** Its parameters, in order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Where among the parameters the one of that name stands; -1 where there is none. */
  public int index(String parameter) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(parameter)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether it has a parameter of that kind. */
  public boolean has(Kind kind) {
    return parameters.stream().anyMatch(parameter -> parameter.kind() == kind);
  }

  /** What it brings into being. */
  public Creates creates() {
    return traits.creates();
  }

  /** Whether it hands bytes of the program to a socket. */
  public boolean sends() {
    return traits.moves() == FunctionTraits.Moves.OUT;
  }

  /** Whether it takes bytes from a socket into the program. */
  public boolean receives() {
    return traits.moves() == FunctionTraits.Moves.IN;
  }

  /** Whether it moves bytes between the program and a socket. */
  public boolean moves() {
    return traits.moves() != FunctionTraits.Moves.NOTHING;
  }

  /** Whether its value counts bytes that it moved; else messages, or something else. */
  public boolean countsBytes() {
    return moves() && !traits.doesCountMessages();
  }

  /**
   * Which of the values that its parameters become stands where in C: those of {@code accept4(fd,
   * flags, addr, addrlen)} are 0, 2, 3, 1. Empty where they stand in their order.
   */
  public List<Integer> passes() {
    return traits.passes();
  }

  /** What it may sleep for. */
  public WaitsFor waitsFor() {
    return traits.waitsFor();
  }

  /** Whether it writes an address that belongs to its socket: its own or its peer's. */
  public boolean tellsName() {
    return traits.group() == Group.NAMES;
  }

  /** Whether it writes who has sent what it receives. */
  public boolean tellsSender() {
    return receives() && (index("addr") >= 0 || group() == Group.MESSAGES);
  }

  /** With which calls it is shown. */
  public Group group() {
    return traits.group();
  }

  /**
   * The call that this one is a variant of, with other parameters: recv() for read(), recvfrom().
   * Itself where it is none.
   */
  public Function basic() {
    return traits.variantOf() == null ? this : named(traits.variantOf()).orElseThrow();
  }

  /**
   * What it writes beside addresses, bytes and descriptors: an option's value, what there is of
   * what was watched; empty where nothing.
   */
  public Optional<Parameter> written() {
    return Optional.ofNullable(traits.written());
  }

  /**
   * The names of the errors that it can leave on Linux, for sockets of the families that can be
   * made here: the ERRORS of the manual pages (section 2), of ip(7), ipv6(7), tcp(7), udp(7) and
   * unix(7), and what was seen. Left out are those of other things than sockets (EIO, EISDIR,
   * ENOSPC, EDQUOT, EFBIG and the locks of fcntl).
   */
  public List<String> errors() {
    return traits.errors();
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

  /** Errors that several calls share. */
  private static final class Errors {

    static final String SEND =
        "EACCES EAFNOSUPPORT EAGAIN EALREADY EBADF ECONNREFUSED ECONNRESET EDESTADDRREQ EFAULT"
            + " EHOSTUNREACH EINTR EINVAL EISCONN EMSGSIZE ENETDOWN ENETUNREACH ENOBUFS ENOENT"
            + " ENOMEM ENOTCONN ENOTDIR ENOTSOCK EOPNOTSUPP EPERM EPIPE EPROTOTYPE ETIMEDOUT";

    static final String RECV =
        "EAGAIN EBADF ECONNREFUSED ECONNRESET EFAULT EHOSTUNREACH EINTR EINVAL ENETUNREACH ENOMEM"
            + " ENOTCONN ENOTSOCK EOPNOTSUPP ETIMEDOUT";

    /**
     * What write() and read() cannot give: they have no flags and no address, and take any file.
     */
    static String without(String names, String left) {
      List<String> out = List.of(left.split(" "));
      return String.join(
          " ", List.of(names.split(" ")).stream().filter(name -> !out.contains(name)).toList());
    }
  }
}
