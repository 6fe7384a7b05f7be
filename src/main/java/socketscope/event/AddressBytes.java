package socketscope.event;

import java.nio.ByteBuffer;
import java.util.Arrays;
import socketscope.constant.Constants;

/** Addresses that a call was given byte by byte, from what follows the family on. */
final class AddressBytes {

  /** Port and address of struct sockaddr_in; what follows does not matter (ip(7)). */
  private static final int INET4_SIZE = 14;

  /** Port, flow, address and scope of struct sockaddr_in6 (ipv6(7)). */
  private static final int INET6_SIZE = 26;

  private static final int INET6_ADDRESS = 6;

  private final Constants constants;

  AddressBytes(Constants constants) {
    this.constants = constants;
  }

  SocketAddress decoded(SocketAddress.Other given) {
    byte[] bytes = given.bytes().toArray();
    ByteBuffer data = ByteBuffer.wrap(bytes);
    if (is(given, "AF_INET") && bytes.length >= INET4_SIZE) {
      return new SocketAddress.Inet4(data.getInt(2), Short.toUnsignedInt(data.getShort(0)));
    }
    if (is(given, "AF_INET6") && bytes.length >= INET6_SIZE) {
      return new SocketAddress.Inet6(
          data.getLong(INET6_ADDRESS),
          data.getLong(INET6_ADDRESS + Long.BYTES),
          Short.toUnsignedInt(data.getShort(0)));
    }
    return is(given, "AF_UNIX") && bytes.length > 0 ? unix(bytes) : given;
  }

  private boolean is(SocketAddress.Other given, String family) {
    return constants.number(family).orElse(-1) == given.family();
  }

  /** An abstract name has all bytes that were given; a path ends at the first null (unix(7)). */
  private static SocketAddress unix(byte[] bytes) {
    if (bytes[0] == 0) {
      byte[] name = Arrays.copyOfRange(bytes, 1, bytes.length);
      return new SocketAddress.Unix(true, Bytes.copyOf(name));
    }
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new SocketAddress.Unix(false, Bytes.copyOf(Arrays.copyOf(bytes, end)));
  }
}
