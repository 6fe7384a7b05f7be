package socketscope.code;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;

/** What is known of a socket while the history is gone through. */
final class SocketState {

  final boolean stream;
  int descriptors = 1;
  boolean waits;
  boolean listens;
  boolean connected;

  /** Whether its receive buffer was made so small that it matters what is in it. */
  boolean tight;

  @Nullable SocketAddress local;
  @Nullable SocketAddress peer;

  SocketState(boolean stream, boolean waits) {
    this.stream = stream;
    this.waits = waits;
  }

  /** The port of an address, by its transport. */
  String port(SocketAddress address) {
    String transport = stream ? "tcp " : "udp ";
    return transport
        + switch (address) {
          case SocketAddress.Inet4 inet -> "" + inet.port();
          case SocketAddress.Inet6 inet -> "" + inet.port();
          case SocketAddress.Unix _, SocketAddress.Other _ -> address.toString();
        };
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
