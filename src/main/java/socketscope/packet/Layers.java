package socketscope.packet;

import java.util.ArrayList;
import java.util.List;

/** The layers of a packet while they are found. */
final class Layers {

  private final List<Layer> found = new ArrayList<>();
  private final boolean quoted;

  private Layers(boolean quoted) {
    this.quoted = quoted;
  }

  /** Of a packet. */
  static List<Layer> of(byte[] bytes) {
    return read(Slice.whole(bytes), false);
  }

  /** Of the datagram that an ICMP error quotes. */
  static List<Layer> ofQuote(Slice slice) {
    return read(slice, true);
  }

  private static List<Layer> read(Slice slice, boolean quoted) {
    Layers layers = new Layers(quoted);
    int version = slice.captured() == 0 ? 0 : slice.u8(0) >> 4;
    if (slice.captured() == 0) {
      layers.truncated(slice.ofLength(Ipv4Decoder.SHORTEST));
    } else if (version == 4) {
      Ipv4Decoder.decode(slice, layers);
    } else if (version == 6) {
      Ipv6Decoder.decode(slice, layers);
    } else {
      layers.malformed(slice, Malformed.Problem.IP_VERSION);
    }
    return List.copyOf(layers.found);
  }

  /** Whether this is a quote: a quote within it is not followed, so that depth has an end. */
  boolean quoted() {
    return quoted;
  }

  void add(Layer layer) {
    found.add(layer);
  }

  /** What the protocol of that number makes of the rest. */
  void transport(int protocol, Slice slice, PseudoHeader pseudoHeader) {
    switch (protocol) {
      case Protocols.TCP -> TcpDecoder.decode(slice, pseudoHeader, this);
      case Protocols.UDP -> UdpDecoder.decode(slice, pseudoHeader, this);
      case Protocols.ICMP, Protocols.ICMPV6 ->
          IcmpDecoder.decode(protocol, slice, pseudoHeader, this);
      default -> payload(slice, Payload.Kind.OTHER_PROTOCOL);
    }
  }

  /** The rest is not looked into. */
  void payload(Slice slice, Payload.Kind kind) {
    if (slice.captured() > 0) {
      add(new Payload(slice.from(), slice.copy(), kind));
    }
    if (slice.missing() > 0) {
      truncated(new Slice(slice.bytes(), slice.end(), slice.end(), slice.fullEnd()));
    }
  }

  /** The rest makes no sense without the bytes that are missing. */
  void truncated(Slice slice) {
    add(new Truncated(slice.from(), slice.captured(), slice.missing()));
  }

  void malformed(Slice slice, Malformed.Problem problem) {
    add(new Malformed(slice.from(), slice.captured(), problem));
  }
}
