package socketscope.packet;

import java.util.List;

/** A message of ICMP or ICMPv6. */
public sealed interface IcmpMessage extends Layer permits IcmpLayer, Icmpv6Layer {

  int type();

  int code();

  Checksum checksum();

  /** Whether it reports an error with a datagram, which it then quotes. */
  boolean error();

  /** What it says, in the words of its standard: {@code port unreachable}. */
  String meaning();

  /** The protocol's name. */
  String name();

  /**
   * The layers of the datagram that it is about, as far as it quotes them; their offsets count from
   * the start of this packet. Empty where it quotes none.
   */
  List<Layer> quoted();
}
