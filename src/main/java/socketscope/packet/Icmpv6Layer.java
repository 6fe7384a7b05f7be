package socketscope.packet;

import java.util.List;

/** An ICMPv6 message, RFC 4443: its header of eight bytes, and the datagram it quotes. */
public record Icmpv6Layer(
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
    return type < 128;
  }

  @Override
  public String meaning() {
    return Icmpv6Names.WORDS.meaning(type, code);
  }

  @Override
  public String name() {
    return "ICMPv6";
  }
}
