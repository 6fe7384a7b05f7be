package socketscope.packet;

import java.util.List;

/** An ICMP message, RFC 792: its header of eight bytes, and the datagram it quotes. */
public record IcmpLayer(
    int offset,
    int length,
    int type,
    int code,
    Checksum checksum,
    List<Layer> quoted,
    List<Field> fields)
    implements IcmpMessage {

  @Override
  public boolean error() {
    return IcmpNames.error(type);
  }

  @Override
  public String meaning() {
    return IcmpNames.WORDS.meaning(type, code);
  }

  @Override
  public String name() {
    return "ICMP";
  }
}
