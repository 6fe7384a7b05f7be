package socketscope.code;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.socket.SocketKind;
import socketscope.socket.SocketRecord;

/** What is known of a socket while the history is gone through. */
final class SocketState {

  final String program;
  final boolean stream;
  boolean listens;
  boolean connected;
  boolean closed;

  /** Whether nobody sleeps in it any more. */
  boolean shut;

  /** Whether its receive buffer was made so small that it matters what is in it. */
  boolean tight;

  @Nullable SocketAddress local;
  @Nullable SocketAddress peer;

  SocketState(SocketRecord socket) {
    this.program = socket.program();
    this.stream = socket.kind().type() != SocketKind.Type.DATAGRAM;
  }

  /** The port of an address, by its transport; of AF_UNIX its name. */
  String port(SocketAddress address) {
    int port = address.port();
    return port == 0 ? address.toString() : (stream ? "tcp " : "udp ") + port;
  }

  /** The queue of what comes to an address. */
  String queue(SocketAddress address) {
    return "queue " + port(address);
  }

  /** The direction in which it sends. */
  String out() {
    return local + " > " + peer;
  }

  /** Both directions. */
  String connection() {
    return out().compareTo(in()) < 0 ? out() : in();
  }

  /** The direction in which it receives. */
  String in() {
    return peer + " > " + local;
  }
}
