package socketscope.packet;

import java.util.ArrayList;
import java.util.List;

/** Reads a TCP header, RFC 9293, section 3.1. */
final class TcpDecoder {

  private static final int SHORTEST = 20;

  private TcpDecoder() {}

  static void decode(Slice slice, PseudoHeader pseudoHeader, Layers layers) {
    if (slice.full() < SHORTEST) {
      Slice rest = TransportStarts.take(Protocols.TCP, slice, layers);
      layers.malformed(rest, Malformed.Problem.TOO_SHORT);
      return;
    }
    if (slice.captured() < SHORTEST) {
      layers.truncated(TransportStarts.take(Protocols.TCP, slice, layers));
      return;
    }
    int headerLength = 4 * (slice.u8(12) >> 4);
    if (headerLength < SHORTEST || headerLength > slice.full()) {
      Slice rest = TransportStarts.take(Protocols.TCP, slice, layers);
      layers.malformed(rest, Malformed.Problem.DATA_OFFSET);
      return;
    }
    TcpLayer header = header(slice, headerLength, pseudoHeader);
    layers.add(header);
    layers.payload(slice.after(header.length()), Payload.Kind.DATA);
  }

  private static TcpLayer header(Slice slice, int headerLength, PseudoHeader pseudoHeader) {
    int there = Math.min(headerLength, slice.captured());
    FieldReader fields = slice.fields();
    int sourcePort = fields.u16("Source Port", 0);
    int destinationPort = fields.u16("Destination Port", 2);
    long sequence = fields.u32("Sequence Number", 4);
    long acknowledgment = fields.u32("Acknowledgment Number", 8);
    fields.bits("Data Offset", 12, 2, 0, 4, words -> words + " (" + 4 * words + " B)");
    fields.bits("Reserved", 12, 2, 4, 4);
    TcpFlags flags = flags(fields, slice);
    int window = fields.u16("Window", 14);
    Checksum checksum = pseudoHeader.verify(Protocols.TCP, slice, 16);
    fields.hex16("Checksum", 16);
    int urgentPointer = fields.u16("Urgent Pointer", 18);
    List<TcpOption> options = new ArrayList<>();
    if (there > SHORTEST) {
      List<Field> parts = TcpOptionReader.read(slice, SHORTEST, there, options);
      int length = there - SHORTEST;
      fields.group("Options", length + " B", SHORTEST, length, BitRange.ofBytes(length), parts);
    }
    return new TcpLayer(
        slice.from(),
        there,
        sourcePort,
        destinationPort,
        sequence,
        acknowledgment,
        flags,
        window,
        checksum,
        urgentPointer,
        List.copyOf(options),
        slice.full() - headerLength,
        fields.fields());
  }

  private static TcpFlags flags(FieldReader fields, Slice slice) {
    TcpFlags flags = new TcpFlags(slice.u8(13));
    FieldReader parts = fields.parts();
    for (TcpFlag flag : TcpFlag.values()) {
      parts.bits(flag.name(), 12, 2, 15 - flag.place(), 1);
    }
    fields.group(
        "Control Bits", flags.toString(), 12, 2, new BitRange(8, 8), parts.fields().reversed());
    return flags;
  }
}
