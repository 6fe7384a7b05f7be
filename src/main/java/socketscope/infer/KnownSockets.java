package socketscope.infer;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.event.SynSaved;
import socketscope.socket.ConnectAttempt;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;

/**
 * What all the events of an experiment tell of its sockets in the end. The kernel is asked for an
 * address after packets have come from it, so all events are read first.
 */
final class KnownSockets {

  private final SocketModel end;

  /**
   * What is known at the end.
   *
   * @param end the model of all events
   */
  KnownSockets(SocketModel end) {
    this.end = end;
  }

  /** The attempt with its outcome, and with the address that it was made from. */
  ConnectAttempt attempt(int number) {
    return end.attempt(number).orElseThrow();
  }

  /** The program that has that address; empty where none of the experiment's has. */
  String owner(@Nullable SocketAddress address) {
    String owner = address == null ? null : end.programAt(address);
    return owner == null ? "" : owner;
  }

  /** The program of a socket, or else of an address. */
  String program(int socket, @Nullable SocketAddress address) {
    return end.socket(socket).map(SocketRecord::program).orElseGet(() -> owner(address));
  }

  /** Whether nobody's calls tell what was sent from that address. */
  boolean unseen(SocketAddress address) {
    return owner(address).isEmpty()
        || end.lastAt(address).filter(socket -> socket.foreign() != null).isPresent();
  }

  @Nullable SynSaved header(int socket) {
    return end.socket(socket).map(SocketRecord::syn).orElse(null);
  }
}
