package socketscope.packet;

import java.util.Map;

/** The fields of one extension header of IPv6. */
final class ExtensionFields {

  private static final Map<Integer, String> OPTIONS =
      Map.of(0, "Pad1", 1, "PadN", 5, "Router Alert", 194, "Jumbo Payload");

  private ExtensionFields() {}

  static Field of(int type, Slice datagram, int at, int length) {
    FieldReader fields = datagram.fields();
    fields.named8("Next Header", at, Protocols::text);
    switch (type) {
      case Protocols.FRAGMENT -> {
        fields.u8("Reserved", at + 1);
        fields.bits("Fragment Offset", at + 2, 2, 0, 13, part -> Long.toString(8 * part));
        fields.bits("Res", at + 2, 2, 13, 2);
        fields.bits("M flag", at + 2, 2, 15, 1);
        fields.number("Identification", at + 4, 4, value -> FieldReader.hex(value, 8));
      }
      case Protocols.ROUTING -> {
        length(fields, at, length);
        fields.u8("Routing Type", at + 2);
        fields.u8("Segments Left", at + 3);
        fields.raw("type-specific data", at + 4, length - 4);
      }
      case Protocols.HOP_BY_HOP, Protocols.DESTINATION_OPTIONS -> {
        length(fields, at, length);
        options(fields, datagram, at + 2, at + length);
      }
      default -> {
        length(fields, at, length);
        fields.raw("Data", at + 2, length - 2);
      }
    }
    return new Field(
        Protocols.name(type),
        length + " B",
        datagram.from() + at,
        length,
        BitRange.ofBytes(length),
        fields.fields());
  }

  private static void length(FieldReader fields, int at, int length) {
    fields.named8("Hdr Ext Len", at + 1, said -> said + " (" + length + " B)");
  }

  /** Options as type, length, value (RFC 8200, section 4.2). */
  private static void options(FieldReader fields, Slice datagram, int from, int end) {
    int at = from;
    while (at < end) {
      int type = datagram.u8(at);
      int length = type == 0 ? 1 : at + 1 < end ? 2 + datagram.u8(at + 1) : end;
      if (at + length > end) {
        break;
      }
      fields.raw(OPTIONS.getOrDefault(type, "Option " + type), at, length);
      at += length;
    }
    fields.raw("Data", at, end - at);
  }
}
