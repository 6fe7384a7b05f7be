package socketscope.packet;

import java.util.List;
import java.util.Optional;

/**
 * A TCP header, RFC 9293, section 3.1.
 *
 * @param sequence the sequence number as sent, 0 to 2³²-1
 * @param acknowledgment the acknowledgment number as sent; without meaning where ACK is not set
 * @param window as sent, to be scaled by what the handshake agreed (RFC 7323)
 * @param dataLength how many bytes of data the segment carries, captured or not
 */
public record TcpLayer(
    int offset,
    int length,
    int sourcePort,
    int destinationPort,
    long sequence,
    long acknowledgment,
    TcpFlags flags,
    int window,
    Checksum checksum,
    int urgentPointer,
    List<TcpOption> options,
    int dataLength,
    List<Field> fields)
    implements TransportLayer {

  @Override
  public int protocol() {
    return Protocols.TCP;
  }

  /** The first option of that kind. */
  public <O extends TcpOption> Optional<O> option(Class<O> kind) {
    return options.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** How much of the sequence space it takes: its data, and one each for SYN and FIN. */
  public int sequenceLength() {
    return dataLength + (flags.has(TcpFlag.SYN) ? 1 : 0) + (flags.has(TcpFlag.FIN) ? 1 : 0);
  }
}
