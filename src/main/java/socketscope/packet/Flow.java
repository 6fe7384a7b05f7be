package socketscope.packet;

import java.util.List;
import java.util.Optional;
import socketscope.event.SocketAddress;

/**
 * Between which sockets a packet goes, and in which direction.
 *
 * @param protocol its number: 6 is TCP, 17 is UDP
 */
public record Flow(int protocol, SocketAddress source, SocketAddress destination) {

  /** The other direction. */
  public Flow reversed() {
    return new Flow(protocol, destination, source);
  }

  /** The flow of a datagram with ports in it. */
  static Optional<Flow> of(List<Layer> layers) {
    if (layers.size() > 1
        && layers.get(0) instanceof IpLayer ip
        && layers.get(1) instanceof TransportLayer ports) {
      return Optional.of(
          new Flow(
              ports.protocol(),
              ip.source().at(ports.sourcePort()),
              ip.destination().at(ports.destinationPort())));
    }
    return Optional.empty();
  }
}
