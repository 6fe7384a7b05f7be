package socketscope.capture;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;

/**
 * Reads packets from a stream in either form that capturing programs write: pcap
 * (draft-ietf-opsawg-pcap) or pcapng (draft-ietf-opsawg-pcapng).
 */
final class PcapStream {

  /**
   * A frame as it was captured.
   *
   * @param day when, in nanoseconds since 1970; 0 where the file does not say
   * @param length its length on the wire, with what stands before the IP header
   */
  record Frame(int linkType, long day, int length, Bytes bytes) {}

  /** An interface of a pcapng file: its link type, and how long its unit of time is. */
  private record Interface(int linkType, long unitsInASecond) {}

  private static final int PCAP_MICROS = 0xa1b2c3d4;
  private static final int PCAP_NANOS = 0xa1b23c4d;
  private static final int SECTION = 0x0a0d0d0a;
  private static final int BYTE_ORDER = 0x1a2b3c4d;
  private static final int INTERFACE = 1;
  private static final int ENHANCED_PACKET = 6;
  private static final int RESOLUTION = 9;
  private static final long NANOS_IN_A_SECOND = 1_000_000_000;
  private static final int LARGEST = 1 << 24;

  private final DataInputStream input;
  private final boolean blocks;
  private final List<Interface> interfaces = new ArrayList<>();
  private ByteOrder order = ByteOrder.BIG_ENDIAN;
  private long fraction = 1;
  private int linkType;

  /**
   * Reads the head of the stream.
   *
   * @throws IOException where it is of neither form, or ends
   */
  PcapStream(InputStream stream) throws IOException {
    input = new DataInputStream(stream);
    ByteBuffer magic = read(4);
    blocks = magic.getInt(0) == SECTION;
    if (blocks) {
      section();
    } else {
      header(magic);
    }
  }

  private ByteBuffer read(int count) throws IOException {
    if (count < 0 || count > LARGEST) {
      throw new IOException("a length of " + count);
    }
    byte[] bytes = new byte[count];
    input.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(order);
  }

  private void header(ByteBuffer magic) throws IOException {
    for (ByteOrder possible : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      int number = magic.order(possible).getInt(0);
      if (number == PCAP_MICROS || number == PCAP_NANOS) {
        order = possible;
        fraction = number == PCAP_NANOS ? 1 : 1000;
        linkType = read(20).getInt(16) & 0xffff;
        return;
      }
    }
    throw new IOException("neither pcap nor pcapng");
  }

  /** After the block's type: its length can only be read once the byte order is known. */
  private void section() throws IOException {
    order = ByteOrder.BIG_ENDIAN;
    ByteBuffer start = read(8);
    order = start.getInt(4) == BYTE_ORDER ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    read(start.order(order).getInt(0) - 12);
    interfaces.clear();
  }

  /** The next frame; null where the stream ends. */
  @Nullable Frame next() throws IOException {
    try {
      return blocks ? nextBlock() : nextRecord();
    } catch (EOFException e) {
      return null;
    }
  }

  private Frame nextRecord() throws IOException {
    ByteBuffer head = read(16);
    long seconds = Integer.toUnsignedLong(head.getInt(0));
    long day = seconds * NANOS_IN_A_SECOND + Integer.toUnsignedLong(head.getInt(4)) * fraction;
    Bytes bytes = bytes(read(head.getInt(8)));
    return new Frame(linkType, day, head.getInt(12), bytes);
  }

  private Frame nextBlock() throws IOException {
    while (true) {
      int type = read(4).getInt();
      if (type == SECTION) {
        section();
        continue;
      }
      ByteBuffer body = read(read(4).getInt() - 12);
      read(4);
      if (type == INTERFACE && body.capacity() >= 8) {
        interfaces.add(new Interface(body.getShort(0) & 0xffff, unitsInASecond(body)));
      } else if (type == ENHANCED_PACKET && body.capacity() >= 20) {
        return frame(body);
      }
    }
  }

  private Frame frame(ByteBuffer body) throws IOException {
    int number = body.getInt(0);
    int captured = body.getInt(12);
    if (number < 0
        || number >= interfaces.size()
        || captured < 0
        || captured > body.capacity() - 20) {
      throw new IOException("a packet of no interface, or larger than its block");
    }
    Interface from = interfaces.get(number);
    long units = (long) body.getInt(4) << 32 | Integer.toUnsignedLong(body.getInt(8));
    long seconds = Long.divideUnsigned(units, from.unitsInASecond);
    long rest = Long.remainderUnsigned(units, from.unitsInASecond);
    long nanos = (long) ((double) rest / from.unitsInASecond * NANOS_IN_A_SECOND);
    if (NANOS_IN_A_SECOND % from.unitsInASecond == 0) {
      nanos = rest * (NANOS_IN_A_SECOND / from.unitsInASecond);
    }
    Bytes bytes = bytes(body.slice(20, captured));
    return new Frame(from.linkType, seconds * NANOS_IN_A_SECOND + nanos, body.getInt(16), bytes);
  }

  private static Bytes bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return Bytes.copyOf(bytes);
  }

  /** Option if_tsresol: a power of ten, or of two where its highest bit is set; else micros. */
  private static long unitsInASecond(ByteBuffer body) {
    for (int at = 8; at + 4 <= body.capacity(); ) {
      int code = body.getShort(at) & 0xffff;
      int length = body.getShort(at + 2) & 0xffff;
      if (code == RESOLUTION && length == 1 && at + 4 < body.capacity()) {
        int value = body.get(at + 4);
        return value < 0
            ? 1L << Math.min(value & 0x7f, 62)
            : (long) Math.pow(10, Math.min(value, 18));
      }
      at += 4 + (length + 3) / 4 * 4;
    }
    return 1_000_000;
  }
}
