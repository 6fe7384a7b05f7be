package socketscope.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Function;
import socketscope.event.SocketAddress;

/** Who is at the other end, as far as the events prove it. */
final class Peers {

  private final Story story;

  Peers(Story story) {
    this.story = story;
  }

  /** The other end of a connection, where both of its addresses are known on both sides. */
  @Nullable SocketStory of(SocketStory socket) {
    SocketAddress local = socket.local();
    SocketAddress peer = socket.peer();
    if (local == null || peer == null) {
      return null;
    }
    return only(
        story.sockets().stream()
            .filter(other -> peer.equals(other.local()) && local.equals(other.peer()))
            .filter(other -> !other.id().equals(socket.id()))
            .toList());
  }

  /** The listener of this experiment that an address leads to. */
  @Nullable SocketStory listener(@Nullable SocketAddress address) {
    return only(
        story.sockets().stream()
            .filter(socket -> socket.phase() == SocketStory.Phase.LISTENING && !socket.closed())
            .filter(socket -> SocketAddresses.reaches(address, socket.local()))
            .toList());
  }

  private static @Nullable SocketStory only(List<SocketStory> found) {
    return found.size() == 1 ? found.getFirst() : null;
  }

  /** Whether a call of that socket's thread is in the kernel now: accept() of a listener. */
  boolean accepting(SocketStory listener) {
    return story.calls().running(listener.id(), call -> call.is(Function.ACCEPT));
  }

  /** Whether nobody has called accept() on it so far. */
  boolean neverAccepted(SocketStory listener) {
    return !story.calls().accepted(listener.id());
  }

  /** Whether the program is in recv() or a like call on that socket now. */
  boolean receiving(SocketStory socket) {
    return story.calls().running(socket.id(), CallStory::receives);
  }

  /** Whether such a call has returned since that time. */
  boolean receivedSince(SocketStory socket, long nanos) {
    return story.calls().receivedSince(socket.id(), nanos);
  }
}
