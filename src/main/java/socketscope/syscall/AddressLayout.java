package socketscope.syscall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.event.SocketAddress;

/**
 * How one system lays out struct sockaddr and its kin in memory, and the way between those bytes
 * and a {@link SocketAddress}. All offsets and sizes are in bytes; ports and addresses are in
 * network order (RFC 791, appendix B), the family is in the machine's own.
 *
 * @param head what every address starts with
 * @param inet4 struct sockaddr_in
 * @param inet6 struct sockaddr_in6
 * @param unix struct sockaddr_un
 * @param storageSize of struct sockaddr_storage, into which any address fits
 */
public record AddressLayout(Head head, Inet4 inet4, Inet6 inet6, Unix unix, int storageSize) {

  /** How an address says its family. */
  public enum Head {
    /**
     * POSIX's minimum, as on Linux and Windows.
     *
     * <pre>
     * 0       2
     * | family | ...
     * </pre>
     */
    FAMILY,
    /**
     * That of 4.4BSD, as on macOS: the whole length before the family.
     *
     * <pre>
     * 0     1        2
     * | len | family | ...
     * </pre>
     */
    LENGTH_AND_FAMILY;

    /** How many bytes the head has; what follows it is the family's own. */
    static final int SIZE = 2;

    private void write(byte[] address, int family) {
      switch (this) {
        case FAMILY -> inOwnOrder(address).putShort(0, (short) family);
        case LENGTH_AND_FAMILY -> {
          address[0] = (byte) address.length;
          address[1] = (byte) family;
        }
      }
    }

    private int family(byte[] address) {
      return switch (this) {
        case FAMILY -> Short.toUnsignedInt(inOwnOrder(address).getShort(0));
        case LENGTH_AND_FAMILY -> Byte.toUnsignedInt(address[1]);
      };
    }

    private static ByteBuffer inOwnOrder(byte[] address) {
      return ByteBuffer.wrap(address).order(ByteOrder.nativeOrder());
    }
  }

  /**
   * struct sockaddr_in, ip(7).
   *
   * @param family AF_INET
   */
  public record Inet4(int family, int size, int port, int address) {}

  /**
   * struct sockaddr_in6, ipv6(7), RFC 3493 section 3.3.
   *
   * @param family AF_INET6
   */
  public record Inet6(int family, int size, int port, int flowInfo, int address, int scope) {}

  /**
   * struct sockaddr_un, unix(7).
   *
   * @param family AF_UNIX
   * @param path offset of the path, which takes the rest of the size
   */
  public record Unix(int family, int size, int path) {}

  /**
   * The bytes of an address, as bind(2) takes them; their number is its addrlen. The flow
   * information and the scope of an IPv6 address are 0: ::1 needs neither.
   */
  public byte[] encode(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 given -> {
        byte[] bytes = start(inet4.size, inet4.family);
        ByteBuffer.wrap(bytes)
            .putShort(inet4.port, (short) given.port())
            .putInt(inet4.address, given.address());
        yield bytes;
      }
      case SocketAddress.Inet6 given -> {
        byte[] bytes = start(inet6.size, inet6.family);
        ByteBuffer.wrap(bytes)
            .putShort(inet6.port, (short) given.port())
            .putLong(inet6.address, given.high())
            .putLong(inet6.address + Long.BYTES, given.low());
        yield bytes;
      }
      case SocketAddress.Unix given -> encode(given);
      case SocketAddress.Other given -> {
        byte[] bytes = start(Head.SIZE + given.bytes().length(), given.family());
        ByteBuffer.wrap(bytes).put(Head.SIZE, given.bytes().toArray());
        yield bytes;
      }
    };
  }

  /**
   * A path ends with a null byte, an abstract name begins with one, and no name is the family alone
   * (unix(7)).
   */
  private byte[] encode(SocketAddress.Unix given) {
    byte[] name = given.name().toArray();
    int size = given.unnamed() ? unix.path : unix.path + name.length + 1;
    byte[] bytes = start(size, unix.family);
    System.arraycopy(name, 0, bytes, unix.path + (given.abstractName() ? 1 : 0), name.length);
    return bytes;
  }

  private SocketAddress unix(byte[] buffer, int written) {
    boolean abstractName = written > unix.path && buffer[unix.path] == 0;
    int start = unix.path + (abstractName ? 1 : 0);
    int end = start;
    while (end < written && (abstractName || buffer[end] != 0)) {
      end++;
    }
    byte[] name = start < end ? Arrays.copyOfRange(buffer, start, end) : new byte[0];
    return new SocketAddress.Unix(abstractName, Bytes.copyOf(name));
  }

  private byte[] start(int size, int family) {
    byte[] bytes = new byte[size];
    head.write(bytes, family);
    return bytes;
  }

  /**
   * The address that the kernel wrote.
   *
   * @param buffer what was given to the kernel to write into
   * @param length what it made of addrlen, which is more than the buffer has where it did not fit
   * @return null where the kernel wrote none (recvfrom on a stream); {@link SocketAddress.Other}
   *     with the bytes after the family where the family is another or the address is cut off
   */
  public @Nullable SocketAddress decode(byte[] buffer, int length) {
    int written = Math.min(length, buffer.length);
    if (written < Head.SIZE) {
      return null;
    }
    int family = head.family(buffer);
    ByteBuffer bytes = ByteBuffer.wrap(buffer);
    if (family == inet4.family && written >= inet4.size) {
      int port = Short.toUnsignedInt(bytes.getShort(inet4.port));
      return new SocketAddress.Inet4(bytes.getInt(inet4.address), port);
    }
    if (family == inet6.family && written >= inet6.size) {
      int port = Short.toUnsignedInt(bytes.getShort(inet6.port));
      long high = bytes.getLong(inet6.address);
      long low = bytes.getLong(inet6.address + Long.BYTES);
      return new SocketAddress.Inet6(high, low, port);
    }
    if (family == unix.family) {
      return unix(buffer, written);
    }
    byte[] rest = Arrays.copyOfRange(buffer, Head.SIZE, written);
    return new SocketAddress.Other(family, Bytes.copyOf(rest));
  }
}
