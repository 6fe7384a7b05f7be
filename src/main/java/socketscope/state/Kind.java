package socketscope.state;

import socketscope.socket.SocketRecord;

/** What a socket is, as far as its states are concerned. */
public enum Kind {
  /** TCP: it has the states of RFC 9293. */
  TCP,
  /** UDP: it has addresses, and no states. */
  UDP,
  /** AF_UNIX: the kernel joins the two ends itself, without a protocol. */
  UNIX,
  /** Of another protocol, or nothing is known of it yet. */
  OTHER;

  static Kind of(SocketRecord socket) {
    boolean tcp =
        socket.kind().tcp() || socket.observed() != null && socket.observed().state() != null;
    if (tcp) {
      return TCP;
    }
    return socket.kind().udp() ? UDP : socket.kind().unix() ? UNIX : OTHER;
  }
}
