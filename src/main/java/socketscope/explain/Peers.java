package socketscope.explain;

import org.jspecify.annotations.Nullable;
import socketscope.event.Function;
import socketscope.event.SocketAddress;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;

/** Who is at the other end, as far as the events prove it. */
final class Peers {

  private final SocketModel model;

  Peers(Story story) {
    this.model = story.model();
  }

  /** The other end of a connection, where it is one of the experiment's own. */
  @Nullable SocketRecord of(SocketRecord socket) {
    return model.peerOf(socket).filter(peer -> peer.foreign() == null).orElse(null);
  }

  /** The listener of this experiment that an address leads a socket to. */
  @Nullable SocketRecord listener(SocketRecord socket, @Nullable SocketAddress address) {
    return address == null ? null : model.listenerAt(socket.kind(), address).orElse(null);
  }

  /** Whether a call of that socket's thread is in the kernel now: accept() of a listener. */
  boolean accepting(SocketRecord listener) {
    return model.underWay(listener).stream()
        .anyMatch(call -> call.function().creates() == Function.Creates.ACCEPTED);
  }

  /** Whether the program is in recv() or a like call on that socket now. */
  boolean receiving(SocketRecord socket) {
    return model.underWay(socket).stream().anyMatch(MadeCall::receives);
  }

  /** Whether such a call has returned since that time. */
  boolean receivedSince(SocketRecord socket, long nanos) {
    return socket.lastReceive() >= nanos;
  }
}
