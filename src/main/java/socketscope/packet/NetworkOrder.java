package socketscope.packet;

/** Numbers in network byte order. */
final class NetworkOrder {

  private NetworkOrder() {}

  static long unsigned(byte[] bytes, int at, int length) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | bytes[at + i] & 0xff;
    }
    return value;
  }

  static int u8(byte[] bytes, int at) {
    return bytes[at] & 0xff;
  }

  static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  static long u32(byte[] bytes, int at) {
    return unsigned(bytes, at, 4);
  }

  static long signed64(byte[] bytes, int at) {
    return unsigned(bytes, at, 8);
  }
}
