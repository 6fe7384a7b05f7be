package socketscope.packet;

/** Reads what can be read of a TCP or UDP header that is not whole. */
final class TransportStarts {

  private TransportStarts() {}

  /** Adds the ports, and what stands behind them, if they are there. Returns what is left over. */
  static Slice take(int protocol, Slice slice, Layers layers) {
    if (slice.captured() < 4) {
      return slice;
    }
    FieldReader fields = slice.fields();
    int sourcePort = fields.u16("Source Port", 0);
    int destinationPort = fields.u16("Destination Port", 2);
    int length = 4;
    if (slice.captured() >= 8) {
      length = 8;
      if (protocol == Protocols.TCP) {
        fields.u32("Sequence Number", 4);
      } else {
        fields.u16("Length", 4);
        fields.hex16("Checksum", 6);
      }
    }
    layers.add(
        new TransportStart(
            slice.from(), length, protocol, sourcePort, destinationPort, fields.fields()));
    return slice.after(length);
  }
}
