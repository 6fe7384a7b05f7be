package socketscope.lesson;

import java.util.EnumSet;
import java.util.Set;
import socketscope.event.Function;

/** What a call tells beside its return value; a lesson can name some of it, and expect some. */
enum Output {
  /** A new descriptor, which a later step can use. */
  DESCRIPTOR,
  /** An address, which a later step can use. */
  ADDRESS,
  /** Received bytes. */
  BYTES,
  /** An option's value. */
  OPTION;

  static Set<Output> of(Function function) {
    return switch (function) {
      case SOCKET, ACCEPT, DUP, FCNTL -> EnumSet.of(DESCRIPTOR);
      case SOCKETPAIR -> EnumSet.of(DESCRIPTOR, OPTION);
      case GETSOCKNAME, GETPEERNAME -> EnumSet.of(ADDRESS);
      case RECVFROM -> EnumSet.of(ADDRESS, BYTES);
      case RECV, READ -> EnumSet.of(BYTES);
      case GETSOCKOPT, IOCTL, POLL -> EnumSet.of(OPTION);
      case BIND, LISTEN, CONNECT, SEND, SENDTO, WRITE, SHUTDOWN, CLOSE, SETSOCKOPT ->
          EnumSet.noneOf(Output.class);
    };
  }
}
