package socketscope.packet;

import java.util.List;

/**
 * A UDP header, RFC 768.
 *
 * @param datagramLength what the header says of header and data, in bytes
 */
public record UdpLayer(
    int offset,
    int length,
    int sourcePort,
    int destinationPort,
    int datagramLength,
    Checksum checksum,
    List<Field> fields)
    implements TransportLayer {

  @Override
  public int protocol() {
    return Protocols.UDP;
  }

  /** How many bytes of data the datagram carries, captured or not. */
  public int dataLength() {
    return datagramLength - length;
  }
}
