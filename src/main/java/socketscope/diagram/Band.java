package socketscope.diagram;

import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.TcpState;

/**
 * The time that a socket spends in one state, along the kernel's line. It begins in the row that
 * brought the state about, or after which the kernel was first heard to say so.
 *
 * @param socket null for a connection that waits in an accept queue: no program has it yet
 * @param descriptor the number of its descriptor, or the last one that it had; -1 before it has one
 * @param state its TCP state; null for a socket that is not TCP, which has a band while it has an
 *     address
 * @param local its own address
 */
public record Band(
    String program,
    int lane,
    int from,
    int to,
    @Nullable SocketId socket,
    int descriptor,
    @Nullable TcpState state,
    @Nullable SocketAddress local)
    implements Span<Band> {

  /** Whether its descriptor is to be named: a program's first socket needs no telling apart. */
  public boolean tellsDescriptor() {
    return socket != null && socket.number() > 1;
  }

  @Override
  public Band between(int first, int last) {
    return new Band(program, lane, first, last, socket, descriptor, state, local);
  }
}
