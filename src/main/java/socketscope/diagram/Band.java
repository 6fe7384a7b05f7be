package socketscope.diagram;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.TcpState;

/**
 * The time that a socket spends in one state, along the kernel's line. It begins in the row after
 * which the kernel was first heard to say so.
 *
 * @param descriptor the number of its descriptor
 * @param state its TCP state; null for a socket that is not TCP, which has a band while it has an
 *     address
 * @param local its own address
 */
public record Band(
    int lane,
    int from,
    int to,
    SocketId socket,
    int descriptor,
    @Nullable TcpState state,
    @Nullable SocketAddress local)
    implements Span<Band> {

  @Override
  public String program() {
    return socket.program();
  }

  @Override
  public Band endingAt(int row) {
    return new Band(lane, from, row, socket, descriptor, state, local);
  }
}
