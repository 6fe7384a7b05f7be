package socketscope.capture;

import org.jspecify.annotations.Nullable;

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

  /** That of a socket's type, such as {@code SOCK_STREAM}. */
  static @Nullable Transport ofType(String type) {
    return switch (type) {
      case "SOCK_STREAM" -> TCP;
      case "SOCK_DGRAM" -> UDP;
      default -> null;
    };
  }
}
