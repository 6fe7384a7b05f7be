package socketscope.packet;

import java.util.List;
import java.util.Map;

/** Reads an IPv4 header, RFC 791, section 3.1; its second byte as RFC 2474 and 3168 say. */
final class Ipv4Decoder {

  static final int SHORTEST = 20;

  private static final Map<Integer, String> OPTIONS =
      Map.of(
          7, "Record Route",
          68, "Internet Timestamp",
          130, "Security",
          131, "Loose Source and Record Route",
          136, "Stream Identifier",
          137, "Strict Source and Record Route",
          148, "Router Alert");

  private Ipv4Decoder() {}

  static void decode(Slice slice, Layers layers) {
    if (slice.captured() < SHORTEST) {
      layers.truncated(slice.ofLength(Math.max(SHORTEST, slice.full())));
      return;
    }
    int headerLength = 4 * (slice.u8(0) & 15);
    // Zero where the kernel left cutting it into packets to a card: then all that is there.
    int totalLength = slice.u16(2) == 0 ? slice.full() : slice.u16(2);
    if (headerLength < SHORTEST || headerLength > totalLength) {
      layers.malformed(slice, Malformed.Problem.IP_HEADER_LENGTH);
      return;
    }
    Slice datagram = slice.ofLength(totalLength);
    if (datagram.captured() < headerLength) {
      layers.truncated(datagram);
      return;
    }
    Ipv4Layer header = header(slice, headerLength);
    layers.add(header);
    rest(header, datagram.after(headerLength), layers);
    if (datagram.end() < slice.end()) {
      layers.payload(slice.after(datagram.captured()), Payload.Kind.TRAILER);
    }
  }

  private static void rest(Ipv4Layer header, Slice data, Layers layers) {
    if (header.fragmentOffset() > 0) {
      layers.payload(data, Payload.Kind.FRAGMENT);
      return;
    }
    int addresses = header.offset() + 12;
    long sum = InternetChecksum.sum(data.bytes(), addresses, addresses + 8);
    layers.transport(
        header.protocol(), data, new PseudoHeader(sum, true, header.moreFragments(), false));
  }

  private static Ipv4Layer header(Slice slice, int length) {
    Checksum checksum = InternetChecksum.verify(slice.ofLength(length), 10);
    FieldReader fields = slice.fields();
    fields.bits("Version", 0, 1, 0, 4);
    fields.bits("Internet Header Length", 0, 1, 4, 4, words -> words + " (" + 4 * words + " B)");
    fields.bits("Differentiated Services Codepoint", 1, 1, 0, 6);
    fields.bits("Explicit Congestion Notification", 1, 1, 6, 2);
    int totalLength = fields.u16("Total Length", 2);
    int identification = fields.hex16("Identification", 4);
    fields.bits("Reserved", 6, 2, 0, 1);
    int dontFragment = fields.bits("Don't Fragment", 6, 2, 1, 1);
    int moreFragments = fields.bits("More Fragments", 6, 2, 2, 1);
    int eighths = fields.bits("Fragment Offset", 6, 2, 3, 13, part -> Long.toString(8 * part));
    int timeToLive = fields.u8("Time to Live", 8);
    int protocol = fields.named8("Protocol", 9, Protocols::text);
    fields.hex16("Header Checksum", 10);
    IpAddress source = fields.inet4("Source Address", 12);
    IpAddress destination = fields.inet4("Destination Address", 16);
    options(fields, slice, length);
    return new Ipv4Layer(
        slice.from(),
        length,
        source,
        destination,
        protocol,
        totalLength,
        identification,
        dontFragment == 1,
        moreFragments == 1,
        8 * eighths,
        timeToLive,
        checksum,
        fields.fields());
  }

  private static void options(FieldReader fields, Slice slice, int headerLength) {
    if (headerLength == SHORTEST) {
      return;
    }
    FieldReader parts = fields.parts();
    int at = SHORTEST;
    while (at < headerLength) {
      int type = slice.u8(at);
      int length = type < 2 ? 1 : at + 1 < headerLength ? slice.u8(at + 1) : 0;
      if (length == 0 || at + length > headerLength || type > 1 && length < 2) {
        break;
      }
      String name = type == 0 ? "End of Option List" : type == 1 ? "No Operation" : null;
      parts.raw(name != null ? name : OPTIONS.getOrDefault(type, "Option " + type), at, length);
      at += length;
      if (type == 0) {
        break;
      }
    }
    parts.raw("Padding", at, headerLength - at);
    int length = headerLength - SHORTEST;
    List<Field> options = parts.fields();
    fields.group("Options", length + " B", SHORTEST, length, BitRange.ofBytes(length), options);
  }
}
