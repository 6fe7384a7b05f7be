package socketscope.address;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import socketscope.address.AddressField.Kind;
import socketscope.event.Bytes;
import socketscope.event.SocketAddress;

/**
 * An address as it lies in memory.
 *
 * @param name of the structure: {@code struct sockaddr_in}
 * @param fields in the order of their bytes, which they cover without a gap
 */
public record AddressStruct(String name, Bytes bytes, List<AddressField> fields) {

  /** Of every structure, the offset of what follows the family. */
  private static final int HEAD = 2;

  /** Keeps a copy of the fields. */
  public AddressStruct {
    fields = List.copyOf(fields);
  }

  /** How that system writes an address. */
  public static AddressStruct of(SocketAddress address, SockaddrFormat dialect) {
    return switch (address) {
      case SocketAddress.Inet4 inet -> inet4(inet, dialect);
      case SocketAddress.Inet6 inet -> inet6(inet, dialect);
      case SocketAddress.Unix unix -> unix(unix, dialect);
      case SocketAddress.Other other -> other(other, dialect);
    };
  }

  private static AddressStruct inet4(SocketAddress.Inet4 inet, SockaddrFormat dialect) {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    List<AddressField> fields = head(bytes, dialect, "sin", SockaddrFormat.INET, "AF_INET");
    bytes.putShort(2, (short) inet.port()).putInt(4, inet.address());
    fields.add(new AddressField("sin_port", Kind.PORT, 2, 2, "" + inet.port()));
    fields.add(new AddressField("sin_addr", Kind.ADDRESS, 4, 4, inet.host()));
    fields.add(new AddressField("sin_zero", Kind.ZERO, 8, 8, "0"));
    return new AddressStruct("struct sockaddr_in", Bytes.copyOf(bytes.array()), fields);
  }

  private static AddressStruct inet6(SocketAddress.Inet6 inet, SockaddrFormat dialect) {
    ByteBuffer bytes = ByteBuffer.allocate(28);
    List<AddressField> fields = head(bytes, dialect, "sin6", dialect.inet6(), "AF_INET6");
    bytes.putShort(2, (short) inet.port()).putLong(8, inet.high()).putLong(16, inet.low());
    fields.add(new AddressField("sin6_port", Kind.PORT, 2, 2, "" + inet.port()));
    fields.add(new AddressField("sin6_flowinfo", Kind.FLOW, 4, 4, "0"));
    fields.add(new AddressField("sin6_addr", Kind.ADDRESS, 8, 16, inet.host()));
    fields.add(new AddressField("sin6_scope_id", Kind.SCOPE, 24, 4, "0"));
    return new AddressStruct("struct sockaddr_in6", Bytes.copyOf(bytes.array()), fields);
  }

  private static AddressStruct unix(SocketAddress.Unix unix, SockaddrFormat dialect) {
    byte[] name = unix.name().toArray();
    int size = unix.unnamed() ? 0 : name.length + 1;
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + size);
    List<AddressField> fields = head(bytes, dialect, "sun", SockaddrFormat.UNIX, "AF_UNIX");
    bytes.put(HEAD + (unix.abstractName() ? 1 : 0), name);
    if (size > 0) {
      Kind kind = unix.abstractName() ? Kind.ABSTRACT : Kind.PATH;
      fields.add(new AddressField("sun_path", kind, HEAD, size, unix.name().toString()));
    }
    return new AddressStruct("struct sockaddr_un", Bytes.copyOf(bytes.array()), fields);
  }

  private static AddressStruct other(SocketAddress.Other other, SockaddrFormat dialect) {
    byte[] data = other.bytes().toArray();
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + data.length);
    String name = other.family() == 0 ? "AF_UNSPEC" : "";
    List<AddressField> fields = head(bytes, dialect, "sa", other.family(), name);
    bytes.put(HEAD, data);
    if (data.length > 0) {
      String value = other.bytes().toString();
      fields.add(new AddressField("sa_data", Kind.DATA, HEAD, data.length, value));
    }
    return new AddressStruct("struct sockaddr", Bytes.copyOf(bytes.array()), fields);
  }

  private static List<AddressField> head(
      ByteBuffer bytes, SockaddrFormat dialect, String prefix, int family, String name) {
    List<AddressField> fields = new ArrayList<>();
    String value = name.isEmpty() ? "" + family : name + " (" + family + ")";
    int length = bytes.capacity();
    if (dialect.withLength()) {
      bytes.put(0, (byte) length).put(1, (byte) family);
      fields.add(new AddressField(prefix + "_len", Kind.LENGTH, 0, 1, "" + length));
      fields.add(new AddressField(prefix + "_family", Kind.FAMILY, 1, 1, value));
    } else {
      bytes.order(ByteOrder.nativeOrder()).putShort(0, (short) family).order(ByteOrder.BIG_ENDIAN);
      fields.add(new AddressField(prefix + "_family", Kind.FAMILY, 0, HEAD, value));
    }
    return fields;
  }
}
