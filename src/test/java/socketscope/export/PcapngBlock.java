package socketscope.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the blocks of a pcapng file that was written on this machine. */
final class PcapngBlock {

  static final int PACKET = 6;
  static final int STATISTICS = 5;

  private PcapngBlock() {}

  private record Option(int code, ByteBuffer value) {}

  /** A block with its options. */
  record Read(int type, ByteBuffer body, List<Option> options) {

    long time() {
      return (long) body.getInt(4) << 32 | Integer.toUnsignedLong(body.getInt(8));
    }

    private List<ByteBuffer> all(int code) {
      return options.stream().filter(o -> o.code == code).map(Option::value).toList();
    }

    List<String> texts(int code) {
      return all(code).stream().map(v -> StandardCharsets.UTF_8.decode(v).toString()).toList();
    }

    long number(int code) {
      return all(code).getFirst().getLong(0);
    }

    long optionTime(int code) {
      ByteBuffer value = all(code).getFirst();
      return (long) value.getInt(0) << 32 | Integer.toUnsignedLong(value.getInt(4));
    }
  }

  static List<Read> read(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    List<Read> blocks = new ArrayList<>();
    for (int at = 0; at < bytes.limit(); at += bytes.getInt(at + 4)) {
      int type = bytes.getInt(at);
      ByteBuffer body = part(bytes, at + 8, bytes.getInt(at + 4) - 12);
      blocks.add(new Read(type, body, options(body, fixed(type, body))));
    }
    return blocks;
  }

  private static int fixed(int type, ByteBuffer body) {
    return switch (type) {
      case 1 -> 8;
      case STATISTICS -> 12;
      case PACKET -> 20 + (body.getInt(12) + 3) / 4 * 4;
      default -> 16;
    };
  }

  private static List<Option> options(ByteBuffer body, int start) {
    List<Option> options = new ArrayList<>();
    for (int at = start; at < body.limit() && body.getShort(at) != 0; ) {
      int length = body.getShort(at + 2) & 0xffff;
      options.add(new Option(body.getShort(at), part(body, at + 4, length)));
      at += 4 + (length + 3) / 4 * 4;
    }
    return options;
  }

  private static ByteBuffer part(ByteBuffer whole, int start, int length) {
    return whole.slice(start, length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
