package socketscope.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the blocks of a pcapng file, little end first: type, length, content, options, length. */
final class PcapngBlocks {

  private static final int LONGEST_OPTION = 65_535;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private int type;
  private boolean options;

  void begin(int blockType) {
    type = blockType;
    options = false;
    content.reset();
  }

  void u16(int value) {
    content.writeBytes(numbers(2).putShort((short) value).array());
  }

  void u32(int value) {
    content.writeBytes(numbers(4).putInt(value).array());
  }

  void u64(long value) {
    content.writeBytes(numbers(8).putLong(value).array());
  }

  /** A moment, in two halves, the upper one first. */
  void time(long wallClockNanos) {
    u32((int) (wallClockNanos >>> 32));
    u32((int) wallClockNanos);
  }

  /** Filled up to a multiple of four bytes. */
  void padded(byte[] bytes) {
    content.writeBytes(bytes);
    content.writeBytes(new byte[-bytes.length & 3]);
  }

  /** A text that is too long for an option is cut between two characters. */
  void option(int code, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(utf8.length, LONGEST_OPTION);
    while (length < utf8.length && (utf8[length] & 0xc0) == 0x80) {
      length--;
    }
    option(code, Arrays.copyOf(utf8, length));
  }

  void option(int code, byte[] value) {
    options = true;
    u16(code);
    u16(value.length);
    padded(value);
  }

  void option(int code, long number) {
    option(code, numbers(8).putLong(number).array());
  }

  void optionTime(int code, long wallClockNanos) {
    int upper = (int) (wallClockNanos >>> 32);
    option(code, numbers(8).putInt(upper).putInt((int) wallClockNanos).array());
  }

  void end() {
    if (options) {
      u32(0);
    }
    int length = 12 + content.size();
    file.writeBytes(numbers(8).putInt(type).putInt(length).array());
    file.writeBytes(content.toByteArray());
    file.writeBytes(numbers(4).putInt(length).array());
  }

  byte[] toByteArray() {
    return file.toByteArray();
  }

  private static ByteBuffer numbers(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
