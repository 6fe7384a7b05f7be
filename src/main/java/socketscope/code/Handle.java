package socketscope.code;

import socketscope.event.Call;
import socketscope.event.SocketAddress;

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

    /** By the second argument of socket(). */
    static Kind of(Call call) {
      return call.is("type", "SOCK_STREAM")
          ? STREAM
          : call.is("type", "SOCK_DGRAM") ? DATAGRAM : OTHER;
    }
  }

  /** The families of addresses that the languages have names for. */
  enum Family {
    INET,
    INET6,
    UNIX,
    OTHER;

    /** By the first argument of socket(). */
    static Family of(Call call) {
      return call.is("domain", "AF_INET")
          ? INET
          : call.is("domain", "AF_INET6") ? INET6 : call.is("domain", "AF_UNIX") ? UNIX : OTHER;
    }

    /** Of an address. */
    static Family of(SocketAddress address) {
      return switch (address) {
        case SocketAddress.Inet4 _ -> INET;
        case SocketAddress.Inet6 _ -> INET6;
        case SocketAddress.Unix _ -> UNIX;
        case SocketAddress.Other _ -> OTHER;
      };
    }
  }

  static Handle number(int number) {
    return new Handle(Integer.toString(number), false, Kind.OTHER, Family.OTHER, true);
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
