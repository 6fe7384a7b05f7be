package socketscope.constant;

/**
 * The constants that belong together, which are those that one argument of a call may have. The
 * same number has another name in another set: 1 is AF_UNIX, SOCK_STREAM, IPPROTO_ICMP and MSG_OOB.
 */
public enum ConstantSet {
  /** First argument of socket(2): AF_INET. */
  ADDRESS_FAMILY(Shape.CHOICE),
  /** Second argument of socket(2), with the bits that Linux takes beside it: SOCK_STREAM. */
  SOCKET_TYPE(Shape.CHOICE_AND_BITS, 0xf),
  /** Third argument of socket(2) for the families of the Internet: IPPROTO_TCP. */
  PROTOCOL(Shape.CHOICE),
  /** Third argument of socket(2) for AF_NETLINK: NETLINK_ROUTE. */
  NETLINK_FAMILY(Shape.CHOICE),
  /**
   * What a frame carries; in network order it is the third argument of socket(2) for AF_PACKET:
   * ETH_P_ALL.
   */
  ETHERTYPE(Shape.CHOICE),
  /** Second argument of getsockopt(2): SOL_SOCKET. */
  LEVEL(Shape.CHOICE),
  /** Third argument of getsockopt(2), which depends on the level: SO_REUSEADDR. */
  OPTION(Shape.CHOICE_OF_LEVEL),
  /** {@code cmsg_type} of a control message (cmsg(3)), which depends on the level: SCM_RIGHTS. */
  CONTROL_TYPE(Shape.CHOICE_OF_LEVEL),
  /** Flags of send(2) and recv(2), and {@code msg_flags}: MSG_PEEK. */
  MESSAGE_FLAGS(Shape.BITS),
  /** Second argument of shutdown(2): SHUT_WR. */
  SHUTDOWN_HOW(Shape.CHOICE),
  /** Second argument of fcntl(2): F_GETFL. */
  FCNTL_COMMAND(Shape.CHOICE),
  /** What F_GETFL answers and F_SETFL takes, an access mode and bits: O_RDWR|O_NONBLOCK. */
  FILE_FLAGS(Shape.CHOICE_AND_BITS, 0x3),
  /** What F_GETFD answers and F_SETFD takes: FD_CLOEXEC. */
  DESCRIPTOR_FLAGS(Shape.BITS),
  /** Last argument of accept4(2): SOCK_NONBLOCK. */
  ACCEPT_FLAGS(Shape.BITS),
  /** Last argument of pipe2(2): O_CLOEXEC. */
  PIPE_FLAGS(Shape.BITS),
  /** Last argument of dup3(2): O_CLOEXEC. */
  DUP_FLAGS(Shape.BITS),
  /** Last argument of eventfd(2): EFD_SEMAPHORE. */
  EVENTFD_FLAGS(Shape.BITS),
  /** Second argument of ioctl(2): FIONREAD. */
  IOCTL_REQUEST(Shape.CHOICE),
  /** {@code events} and {@code revents} of poll(2): POLLIN. */
  POLL_EVENTS(Shape.BITS),
  /** {@code events} of epoll_ctl(2) and epoll_wait(2): EPOLLIN. */
  EPOLL_EVENTS(Shape.BITS),
  /** Second argument of epoll_ctl(2): EPOLL_CTL_ADD. */
  EPOLL_OPERATION(Shape.CHOICE),
  /** Argument of epoll_create1(2): EPOLL_CLOEXEC. */
  EPOLL_FLAGS(Shape.BITS),
  /** {@code ifr_flags} of SIOCGIFFLAGS (netdevice(7)): IFF_LOOPBACK. */
  INTERFACE_FLAGS(Shape.BITS),
  /** Error numbers (errno(3)): EAGAIN. */
  ERRNO(Shape.CHOICE),
  /** Numbers that are values of options, where they have names: IP_PMTUDISC_DO. */
  OPTION_VALUE(Shape.CHOICE),
  /** Any number: names of all sets stand for it, and none is printed. */
  NUMBER(Shape.CHOICE);

  /** How the names of a set make a number. */
  private enum Shape {
    CHOICE,
    CHOICE_OF_LEVEL,
    BITS,
    CHOICE_AND_BITS
  }

  private final Shape shape;
  private final long mask;

  ConstantSet(Shape shape) {
    this(shape, shape == Shape.BITS ? 0 : -1);
  }

  ConstantSet(Shape shape, long mask) {
    this.shape = shape;
    this.mask = mask;
  }

  /** Which constants the argument of a command of fcntl(2) is one of. */
  public static ConstantSet argumentOf(Constant command) {
    if (command.is("F_SETFL")) {
      return FILE_FLAGS;
    }
    return command.is("F_SETFD") ? DESCRIPTOR_FLAGS : NUMBER;
  }

  /** Which constants the answer of a command of fcntl(2) is one of. */
  public static ConstantSet answerOf(Constant command) {
    if (command.is("F_GETFL")) {
      return FILE_FLAGS;
    }
    return command.is("F_GETFD") ? DESCRIPTOR_FLAGS : NUMBER;
  }

  /** Whether a number may have several names, joined by {@code |}. */
  public boolean hasBits() {
    return shape == Shape.BITS || shape == Shape.CHOICE_AND_BITS;
  }

  /** Whether what a number is called depends on a level as well. */
  public boolean hasLevels() {
    return shape == Shape.CHOICE_OF_LEVEL;
  }

  /** The bits of a number that together choose one name: all, none, or those of a socket's type. */
  long choice() {
    return mask;
  }

  /**
   * The one number for all spellings of the same 32 bits: 0xffffffff is -1 where a number has one
   * name, and the other way round where its bits have names.
   */
  long normalized(long number) {
    boolean unsigned = hasBits() || this == IOCTL_REQUEST;
    return unsigned ? number & 0xffff_ffffL : this == NUMBER ? number : (int) number;
  }
}
