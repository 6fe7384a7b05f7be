package socketscope.packet;

import java.util.List;

/** Reads a message of ICMP (RFC 792) or ICMPv6 (RFC 4443) and the datagram that it quotes. */
final class IcmpDecoder {

  private static final int HEADER = 8;

  private IcmpDecoder() {}

  static void decode(int protocol, Slice slice, PseudoHeader pseudoHeader, Layers layers) {
    if (slice.full() < HEADER) {
      layers.malformed(slice, Malformed.Problem.TOO_SHORT);
      return;
    }
    if (slice.captured() < HEADER) {
      layers.truncated(slice);
      return;
    }
    boolean version6 = protocol == Protocols.ICMPV6;
    boolean error = version6 ? slice.u8(0) < 128 : IcmpNames.error(slice.u8(0));
    boolean quotes = error && !layers.quoted() && slice.captured() > HEADER;
    List<Layer> quoted = quotes ? Layers.ofQuote(slice.after(HEADER)) : List.of();
    layers.add(
        version6
            ? version6(slice, pseudoHeader.verify(protocol, slice, 2), quoted)
            : version4(slice, checksum(slice, pseudoHeader), quoted));
    if (!quotes) {
      layers.payload(slice.after(HEADER), Payload.Kind.ICMP_BODY);
    }
  }

  private static Checksum checksum(Slice slice, PseudoHeader pseudoHeader) {
    return pseudoHeader.fragment()
        ? new Checksum.NotVerifiable(slice.u16(2))
        : InternetChecksum.verify(slice, 2);
  }

  private static IcmpLayer version4(Slice slice, Checksum checksum, List<Layer> quoted) {
    FieldReader fields = slice.fields();
    int type = fields.named8("Type", 0, IcmpNames.WORDS::type);
    int code = fields.named8("Code", 1, value -> IcmpNames.WORDS.code(type, value));
    fields.hex16("Checksum", 2);
    switch (type) {
      case 0, 8, 13, 14 -> identifier(fields);
      case IcmpNames.REDIRECT -> fields.inet4("Gateway Internet Address", 4);
      case IcmpNames.PARAMETER_PROBLEM -> {
        fields.u8("Pointer", 4);
        fields.raw("Unused", 5, 3);
      }
      case IcmpNames.DESTINATION_UNREACHABLE -> {
        fields.raw("Unused", 4, 2);
        if (code == IcmpNames.FRAGMENTATION_NEEDED) {
          fields.u16("Next-Hop MTU", 6);
        } else {
          fields.raw("Unused", 6, 2);
        }
      }
      default -> fields.raw("Unused", 4, 4);
    }
    return new IcmpLayer(slice.from(), HEADER, type, code, checksum, quoted, fields.fields());
  }

  private static Icmpv6Layer version6(Slice slice, Checksum checksum, List<Layer> quoted) {
    FieldReader fields = slice.fields();
    int type = fields.named8("Type", 0, Icmpv6Names.WORDS::type);
    int code = fields.named8("Code", 1, value -> Icmpv6Names.WORDS.code(type, value));
    fields.hex16("Checksum", 2);
    switch (type) {
      case 128, 129 -> identifier(fields);
      case Icmpv6Names.PACKET_TOO_BIG -> fields.u32("MTU", 4);
      case Icmpv6Names.PARAMETER_PROBLEM -> fields.u32("Pointer", 4);
      default -> fields.raw("Unused", 4, 4);
    }
    return new Icmpv6Layer(slice.from(), HEADER, type, code, checksum, quoted, fields.fields());
  }

  private static void identifier(FieldReader fields) {
    fields.u16("Identifier", 4);
    fields.u16("Sequence Number", 6);
  }
}
