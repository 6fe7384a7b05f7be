package socketscope.capture;

import org.jspecify.annotations.Nullable;
import socketscope.socket.SocketKind;

/** What ports belong to. */
enum Transport {
  TCP,
  UDP;

  /** That of an IP protocol number (protocols(5)); null for one without ports known here. */
  static @Nullable Transport ofProtocol(int number) {
    return switch (number) {
      case 6 -> TCP;
      case 17 -> UDP;
      default -> null;
    };
  }

  /**
   * That of a socket; null where it has no ports.
   *
   * @param usual what it is taken for while its type is not known
   */
  static @Nullable Transport of(SocketKind kind, Transport usual) {
    return switch (kind.type()) {
      case STREAM -> TCP;
      case DATAGRAM -> UDP;
      case UNKNOWN -> usual;
      case SEQPACKET, RAW, OTHER -> null;
    };
  }

  /** That of a socket's type, such as {@code SOCK_STREAM}. */
  static @Nullable Transport ofType(String type) {
    return switch (type) {
      case "SOCK_STREAM" -> TCP;
      case "SOCK_DGRAM" -> UDP;
      default -> null;
    };
  }
}
