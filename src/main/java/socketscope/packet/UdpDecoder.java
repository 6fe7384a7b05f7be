package socketscope.packet;

/** Reads a UDP header, RFC 768. */
final class UdpDecoder {

  private static final int HEADER = 8;

  private UdpDecoder() {}

  static void decode(Slice slice, PseudoHeader pseudoHeader, Layers layers) {
    if (slice.full() < HEADER) {
      layers.malformed(slice, Malformed.Problem.TOO_SHORT);
      return;
    }
    if (slice.captured() < HEADER) {
      layers.truncated(TransportStarts.take(Protocols.UDP, slice, layers));
      return;
    }
    int length = slice.u16(4);
    if (length < HEADER || length > slice.full() && !pseudoHeader.fragment()) {
      Slice rest = TransportStarts.take(Protocols.UDP, slice, layers);
      layers.malformed(rest, Malformed.Problem.UDP_LENGTH);
      return;
    }
    Slice datagram = slice.ofLength(Math.min(length, slice.full()));
    layers.add(header(datagram, pseudoHeader));
    layers.payload(datagram.after(HEADER), Payload.Kind.DATA);
    if (datagram.end() < slice.end()) {
      layers.payload(slice.after(datagram.captured()), Payload.Kind.TRAILER);
    }
  }

  private static UdpLayer header(Slice datagram, PseudoHeader pseudoHeader) {
    FieldReader fields = datagram.fields();
    int sourcePort = fields.u16("Source Port", 0);
    int destinationPort = fields.u16("Destination Port", 2);
    int length = fields.u16("Length", 4);
    int value = fields.hex16("Checksum", 6);
    Checksum checksum =
        value == 0 && pseudoHeader.inet4()
            ? new Checksum.Absent()
            : neverZero(pseudoHeader.verify(Protocols.UDP, datagram, 6));
    return new UdpLayer(
        datagram.from(), HEADER, sourcePort, destinationPort, length, checksum, fields.fields());
  }

  /** RFC 768: a checksum that comes out as zero is sent as all ones; RFC 8200 forbids zero. */
  private static Checksum neverZero(Checksum checksum) {
    return switch (checksum) {
      case Checksum.Wrong(int value, int expected) when expected == 0 ->
          new Checksum.Wrong(value, 0xffff);
      case Checksum.Offloaded(int value, int expected) when expected == 0 ->
          new Checksum.Offloaded(value, 0xffff);
      case Checksum.Correct(int value) when value == 0 -> new Checksum.Wrong(0, 0xffff);
      default -> checksum;
    };
  }
}
