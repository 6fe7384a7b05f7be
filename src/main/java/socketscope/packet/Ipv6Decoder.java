package socketscope.packet;

/** Reads an IPv6 header, RFC 8200, section 3. */
final class Ipv6Decoder {

  static final int LENGTH = 40;

  private Ipv6Decoder() {}

  static void decode(Slice slice, Layers layers) {
    if (slice.captured() < LENGTH) {
      layers.truncated(slice.ofLength(Math.max(LENGTH, slice.full())));
      return;
    }
    // Zero before a Hop-by-Hop header is a jumbogram (RFC 2675): then all that is there.
    boolean jumbo = slice.u16(4) == 0 && slice.u8(6) == Protocols.HOP_BY_HOP;
    Slice datagram = jumbo ? slice : slice.ofLength(LENGTH + slice.u16(4));
    ExtensionHeaders extensions = ExtensionHeaders.read(datagram);
    Ipv6Layer header = header(slice, extensions);
    layers.add(header);
    rest(header, extensions, datagram.after(header.length()), layers);
    if (datagram.end() < slice.end()) {
      layers.payload(slice.after(datagram.captured()), Payload.Kind.TRAILER);
    }
  }

  private static void rest(
      Ipv6Layer header, ExtensionHeaders extensions, Slice data, Layers layers) {
    switch (extensions.ending()) {
      case MALFORMED -> layers.malformed(data, Malformed.Problem.EXTENSION_HEADER);
      case TRUNCATED -> layers.truncated(data);
      case LATER_FRAGMENT -> layers.payload(data, Payload.Kind.FRAGMENT);
      case COMPLETE, FIRST_FRAGMENT -> {
        int addresses = header.offset() + 8;
        long sum = InternetChecksum.sum(data.bytes(), addresses, addresses + 32);
        boolean fragment = extensions.ending() == ExtensionHeaders.Ending.FIRST_FRAGMENT;
        PseudoHeader pseudoHeader = new PseudoHeader(sum, false, fragment, extensions.rerouted());
        layers.transport(header.protocol(), data, pseudoHeader);
      }
    }
  }

  private static Ipv6Layer header(Slice slice, ExtensionHeaders extensions) {
    FieldReader fields = slice.fields();
    fields.bits("Version", 0, 4, 0, 4);
    fields.bits("Differentiated Services Codepoint", 0, 4, 4, 6);
    fields.bits("Explicit Congestion Notification", 0, 4, 10, 2);
    int flowLabel = fields.bits("Flow Label", 0, 4, 12, 20, label -> FieldReader.hex(label, 5));
    int payloadLength = fields.u16("Payload Length", 4);
    fields.named8("Next Header", 6, Protocols::text);
    int hopLimit = fields.u8("Hop Limit", 7);
    IpAddress source = fields.inet6("Source Address", 8);
    IpAddress destination = fields.inet6("Destination Address", 24);
    for (ExtensionHeader extension : extensions.headers()) {
      fields.add(extension.field());
    }
    return new Ipv6Layer(
        slice.from(),
        extensions.end(),
        source,
        destination,
        extensions.protocol(),
        slice.u16(0) >> 4 & 0xff,
        flowLabel,
        payloadLength,
        hopLimit,
        extensions.headers(),
        fields.fields());
  }
}
