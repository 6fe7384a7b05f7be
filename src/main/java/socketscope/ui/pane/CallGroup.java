package socketscope.ui.pane;

import socketscope.event.Function;

/** What the calls have in common that are not in the textbook's exchange, in the order shown. */
enum CallGroup {
  NAMES,
  OPTIONS,
  WAITING,
  PAIRS,
  DATA,
  CONNECTIONS;

  static CallGroup of(Function function) {
    return switch (function) {
      case GETSOCKNAME, GETPEERNAME -> NAMES;
      case GETSOCKOPT, SETSOCKOPT, FCNTL, IOCTL -> OPTIONS;
      case POLL -> WAITING;
      case SOCKETPAIR, DUP -> PAIRS;
      case SEND, RECV, SENDTO, RECVFROM, READ, WRITE -> DATA;
      case SOCKET, BIND, LISTEN, ACCEPT, CONNECT, SHUTDOWN, CLOSE -> CONNECTIONS;
    };
  }
}
