package socketscope.explain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.event.Bytes;
import socketscope.event.SocketAddress;

/** A socket address as strace writes the structure that holds it, and the structure on Linux. */
final class AddressSpelling {

  /** The buffer that calls are given for an address: a struct sockaddr_storage. */
  static final int BUFFER = 128;

  private static final int FAMILY = 2;
  private static final int INET = 16;
  private static final int INET6 = 28;
  private static final int INET6_WITHOUT_SCOPE = 24;
  private static final int UNIX = 110;

  private AddressSpelling() {}

  static String structure(SocketAddress address) {
    return structure(address, length(address));
  }

  /**
   * The structure as far as a length covers it, at least two bytes. Strace tells the fields where
   * all of them are covered, and bytes otherwise.
   */
  static String structure(SocketAddress address, long covered) {
    return switch (address instanceof SocketAddress.Other bytes ? meant(bytes) : address) {
      case SocketAddress.Inet4 inet4 when covered >= INET ->
          "{sa_family=AF_INET, sin_port=htons(%d), sin_addr=inet_addr(\"%s\")}"
              .formatted(inet4.port(), inet4.host());
      case SocketAddress.Inet6 inet6 when covered >= INET6_WITHOUT_SCOPE ->
          "{sa_family=AF_INET6, sin6_port=htons(%d), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, \"%s\", &sin6_addr)%s}"
              .formatted(
                  inet6.port(), inet6.host(), covered < INET6 - 1 ? "" : ", sin6_scope_id=0");
      case SocketAddress.Unix unix -> unix(unix, covered);
      case SocketAddress.Inet4 _, SocketAddress.Inet6 _, SocketAddress.Other _ ->
          data(address, (int) Math.min(covered, BUFFER));
    };
  }

  /** Bytes of a family that strace knows are told by their fields, whoever wrote them. */
  private static SocketAddress meant(SocketAddress.Other other) {
    SocketAddress decoded = other.decoded(Constants.linux());
    boolean told =
        switch (decoded) {
          case SocketAddress.Inet4 _ -> true;
          case SocketAddress.Inet6 _ -> plain(ByteBuffer.wrap(other.bytes().toArray()));
          case SocketAddress.Unix unix -> !unix.abstractName() && length(other) <= UNIX;
          case SocketAddress.Other _ -> false;
        };
    return told ? decoded : other;
  }

  /** Whether an address of IPv6 has neither a flow label nor a scope. */
  private static boolean plain(ByteBuffer bytes) {
    return bytes.getInt(2) == 0 && bytes.getInt(22) == 0;
  }

  private static String data(SocketAddress address, int covered) {
    byte[] all = Arrays.copyOf(bytes(address).toArray(), covered);
    int family =
        Short.toUnsignedInt(ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getShort());
    String name = StraceNames.one(ConstantSet.ADDRESS_FAMILY, family, "AF_???");
    Bytes rest = Bytes.copyOf(Arrays.copyOfRange(all, FAMILY, covered));
    return "{sa_family="
        + name
        + (rest.length() == 0 ? "" : ", sa_data=" + ByteSpelling.whole(rest))
        + "}";
  }

  private static String unix(SocketAddress.Unix address, long covered) {
    int end = (int) Math.min(covered, UNIX);
    byte[] path = Arrays.copyOfRange(bytes(address).toArray(), FAMILY, end);
    if (path.length == 0) {
      return "{sa_family=AF_UNIX}";
    }
    boolean abstractName = path[0] == 0;
    int length = abstractName ? 1 : 0;
    while (length < path.length && (abstractName || path[length] != 0)) {
      length++;
    }
    byte[] name = Arrays.copyOfRange(path, abstractName ? 1 : 0, length);
    return "{sa_family=AF_UNIX, sun_path="
        + (abstractName ? "@" : "")
        + ByteSpelling.whole(Bytes.copyOf(name))
        + "}";
  }

  /** The structure's length in bytes: ip(7), ipv6(7), unix(7). */
  static int length(SocketAddress address) {
    return switch (address) {
      case SocketAddress.Inet4 _ -> INET;
      case SocketAddress.Inet6 _ -> INET6;
      case SocketAddress.Unix unix -> unix.unnamed() ? FAMILY : FAMILY + unix.name().length() + 1;
      case SocketAddress.Other(int _, var bytes) -> FAMILY + bytes.length();
    };
  }

  /** The structure's bytes on Linux. */
  static Bytes bytes(SocketAddress address) {
    ByteBuffer bytes = ByteBuffer.allocate(length(address)).order(ByteOrder.LITTLE_ENDIAN);
    switch (address) {
      case SocketAddress.Inet4 inet4 ->
          bytes
              .putShort((short) 2)
              .order(ByteOrder.BIG_ENDIAN)
              .putShort((short) inet4.port())
              .putInt(inet4.address());
      case SocketAddress.Inet6 inet6 ->
          bytes
              .putShort((short) 10)
              .order(ByteOrder.BIG_ENDIAN)
              .putShort((short) inet6.port())
              .putInt(0)
              .putLong(inet6.high())
              .putLong(inet6.low());
      case SocketAddress.Unix unix -> {
        bytes.putShort((short) 1);
        bytes.position(FAMILY + (unix.abstractName() ? 1 : 0)).put(unix.name().toArray());
      }
      case SocketAddress.Other other ->
          bytes.putShort((short) other.family()).put(other.bytes().toArray());
    }
    return Bytes.copyOf(bytes.array());
  }
}
