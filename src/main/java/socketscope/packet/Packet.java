package socketscope.packet;

import java.util.List;
import java.util.Optional;
import socketscope.event.Bytes;

/**
 * A captured packet taken apart.
 *
 * @param bytes what was captured, from the IP header on
 * @param layers from the outermost in; together they cover all bytes but those that an ICMP error
 *     quotes, which are the layers of its {@link IcmpMessage#quoted}
 */
public record Packet(Bytes bytes, List<Layer> layers) {

  /** Takes a packet apart. Whatever the bytes are, there is an answer. */
  public static Packet decode(Bytes bytes) {
    return new Packet(bytes, Layers.of(bytes.toArray()));
  }

  /** The first layer of that kind. */
  public <L extends Layer> Optional<L> layer(Class<L> kind) {
    return layers.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** Between which sockets it goes; empty where it has no ports. */
  public Optional<Flow> flow() {
    return Flow.of(layers);
  }

  /** The flow of the datagram that this ICMP error is about. */
  public Optional<Flow> quotedFlow() {
    return layer(IcmpMessage.class).flatMap(icmp -> Flow.of(icmp.quoted()));
  }

  /** Whether all of it was captured and read. */
  public boolean whole() {
    return layers.stream().noneMatch(l -> l instanceof Truncated || l instanceof Malformed);
  }
}
