package socketscope.code;

import socketscope.socket.SocketKind;
import socketscope.socket.SocketKind.Family;

/**
 * How a program names a descriptor.
 *
 * @param text the name of a variable, or the number itself where no call of the program made it
 * @param variable whether it is a variable
 * @param kind what its socket is
 * @param family whose addresses its socket has
 * @param open whether the program has not closed it
 */
record Handle(String text, boolean variable, Kind kind, Family family, boolean open) {

  /** What a socket is, or becomes: languages that have a type for each want to know early. */
  enum Kind {
    LISTENER,
    STREAM,
    DATAGRAM,
    OTHER;

    static Kind of(SocketKind socket) {
      return switch (socket.type()) {
        case STREAM -> STREAM;
        case DATAGRAM -> DATAGRAM;
        case SEQPACKET, RAW, OTHER, UNKNOWN -> OTHER;
      };
    }
  }

  static Handle number(int number) {
    return new Handle(Integer.toString(number), false, Kind.OTHER, Family.UNKNOWN, true);
  }

  Handle closed() {
    return new Handle(text, variable, kind, family, false);
  }

  boolean isStream() {
    return kind == Kind.STREAM;
  }

  /** Whether its addresses are host and port. */
  boolean isInternet() {
    return family == Family.INET || family == Family.INET6;
  }
}
