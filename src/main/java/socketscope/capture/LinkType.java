package socketscope.capture;

/**
 * How much of a captured frame stands before its IP header, by the frame's link type
 * (https://www.tcpdump.org/linktypes.html).
 */
final class LinkType {

  private static final int ETHERNET_IPV4 = 0x0800;
  private static final int ETHERNET_IPV6 = 0x86dd;

  private LinkType() {}

  /** Where the IP header starts; -1 where the frame holds no IP or the type is not known here. */
  static int ipHeader(int linkType, byte[] frame) {
    return switch (linkType) {
      case 1 -> behind(frame, 12, 14); // ETHERNET, as Linux shows its loopback interface
      case 0, 108 -> frame.length > 4 ? 4 : -1; // NULL and LOOP, as macOS, BSD and Windows do
      case 12, 14, 101, 228, 229 -> 0; // RAW, IPV4, IPV6
      case 113 -> behind(frame, 14, 16); // LINUX_SLL
      case 276 -> behind(frame, 0, 20); // LINUX_SLL2
      default -> -1;
    };
  }

  private static int behind(byte[] frame, int kindAt, int length) {
    if (frame.length <= length) {
      return -1;
    }
    int kind = Byte.toUnsignedInt(frame[kindAt]) << 8 | Byte.toUnsignedInt(frame[kindAt + 1]);
    return kind == ETHERNET_IPV4 || kind == ETHERNET_IPV6 ? length : -1;
  }
}
