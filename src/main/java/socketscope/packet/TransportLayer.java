package socketscope.packet;

/** A header with ports. */
public sealed interface TransportLayer extends Layer permits TcpLayer, UdpLayer, TransportStart {

  int sourcePort();

  int destinationPort();

  /** The number of the protocol: 6 is TCP, 17 is UDP. */
  int protocol();
}
