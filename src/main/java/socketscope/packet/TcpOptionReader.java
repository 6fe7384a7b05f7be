package socketscope.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import socketscope.event.Bytes;
import socketscope.packet.TcpOption.SackBlock;

/** Reads the options of a TCP header: each a kind, and all but two a length and data. */
final class TcpOptionReader {

  private static final Map<Integer, String> OTHER_NAMES =
      Map.of(
          6, "Echo",
          7, "Echo Reply",
          27, "Quick-Start Response",
          28, "User Timeout",
          30, "Multipath TCP",
          253, "Experimental",
          254, "Experimental");

  /** The number that makes the experimental kind 254 a Fast Open, RFC 7413, appendix A. */
  private static final int FAST_OPEN_MAGIC = 0xf989;

  private final Slice header;
  private final FieldReader fields;

  private TcpOptionReader(Slice header) {
    this.header = header;
    this.fields = header.fields();
  }

  /** Adds the options from there to there, and returns their fields. */
  static List<Field> read(Slice header, int from, int end, List<TcpOption> options) {
    TcpOptionReader reader = new TcpOptionReader(header);
    int at = from;
    boolean more = true;
    while (more && at < end) {
      int kind = header.u8(at);
      int length = kind < 2 ? 1 : at + 1 < end ? header.u8(at + 1) : 0;
      if (kind >= 2 && length < 2 || at + length > end) {
        options.add(new TcpOption.BadLength(kind));
        reader.fields.raw(name(kind), at, end - at);
        return reader.fields.fields();
      }
      TcpOption option = reader.option(kind, at, length);
      options.add(option);
      at += length;
      more = !(option instanceof TcpOption.EndOfOptionList);
    }
    reader.fields.raw("Padding", at, end - at);
    return reader.fields.fields();
  }

  private TcpOption option(int kind, int at, int length) {
    FieldReader parts = fields.parts();
    parts.u8("Kind", at);
    if (kind >= 2) {
      parts.u8("Length", at + 1);
    }
    TcpOption option = data(kind, at + 2, length - 2, parts);
    fields.group(
        option instanceof TcpOption.FastOpen ? "Fast Open" : name(kind),
        TcpOptionText.of(option),
        at,
        length,
        BitRange.ofBytes(length),
        parts.fields());
    return option;
  }

  private TcpOption data(int kind, int at, int length, FieldReader parts) {
    if (!fits(kind, at, length)) {
      return new TcpOption.Unknown(kind, raw("Data", at, length, parts));
    }
    return switch (kind) {
      case 0 -> new TcpOption.EndOfOptionList();
      case 1 -> new TcpOption.NoOperation();
      case 2 -> new TcpOption.MaximumSegmentSize(parts.u16("MSS", at));
      case 3 -> new TcpOption.WindowScale(parts.u8("shift.cnt", at));
      case 4 -> new TcpOption.SackPermitted();
      case 5 -> sack(at, length, parts);
      case 8 ->
          new TcpOption.Timestamps(
              parts.u32("TS Value (TSval)", at), parts.u32("TS Echo Reply (TSecr)", at + 4));
      case 19 -> new TcpOption.Md5Signature(raw("MD5 digest", at, length, parts));
      case 29 ->
          new TcpOption.Authentication(
              parts.u8("KeyID", at),
              parts.u8("RNextKeyID", at + 1),
              raw("MAC", at + 2, length - 2, parts));
      case 34 -> new TcpOption.FastOpen(raw("Cookie", at, length, parts), false);
      case 254 -> {
        parts.hex16("Magic", at);
        yield new TcpOption.FastOpen(raw("Cookie", at + 2, length - 2, parts), true);
      }
      default -> new TcpOption.Unknown(kind, raw("Data", at, length, parts));
    };
  }

  /** Whether so many bytes of data are what the standard of that kind says. */
  private boolean fits(int kind, int at, int length) {
    return switch (kind) {
      case 2 -> length == 2;
      case 3 -> length == 1;
      case 4 -> length == 0;
      case 5 -> length > 0 && length % 8 == 0;
      case 8 -> length == 8;
      case 19 -> length == 16;
      case 29 -> length >= 2;
      case 254 -> length >= 2 && header.u16(at) == FAST_OPEN_MAGIC;
      default -> true;
    };
  }

  private static TcpOption sack(int at, int length, FieldReader parts) {
    List<SackBlock> blocks = new ArrayList<>();
    for (int i = 0; i < length; i += 8) {
      long left = parts.u32("Left Edge", at + i);
      blocks.add(new SackBlock(left, parts.u32("Right Edge", at + i + 4)));
    }
    return new TcpOption.Sack(List.copyOf(blocks));
  }

  private Bytes raw(String name, int at, int length, FieldReader parts) {
    parts.raw(name, at, length);
    int from = header.from() + at;
    return new Slice(header.bytes(), from, from + length, from + length).copy();
  }

  private static String name(int kind) {
    return switch (kind) {
      case 0 -> "End of Option List";
      case 1 -> "No-Operation";
      case 2 -> "Maximum Segment Size";
      case 3 -> "Window Scale";
      case 4 -> "SACK Permitted";
      case 5 -> "SACK";
      case 8 -> "Timestamps";
      case 19 -> "MD5 Signature";
      case 29 -> "TCP-AO";
      case 34 -> "Fast Open";
      default -> OTHER_NAMES.getOrDefault(kind, "Option " + kind);
    };
  }
}
