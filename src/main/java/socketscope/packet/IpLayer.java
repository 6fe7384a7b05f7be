package socketscope.packet;

/** The header of the internet layer. */
public sealed interface IpLayer extends Layer permits Ipv4Layer, Ipv6Layer {

  IpAddress source();

  IpAddress destination();

  /** The number of the protocol that it carries, after any extension headers. */
  int protocol();
}
