package socketscope.packet;

import java.util.EnumSet;
import java.util.Set;

/** The few words on a packet's arrow. */
final class PacketLabel {

  /** Where the window is what a segment is about. */
  private static final Set<Happening> WINDOW_NEWS =
      EnumSet.of(
          Happening.ZERO_WINDOW, Happening.ZERO_WINDOW_PROBE_ANSWER, Happening.WINDOW_UPDATE);

  private PacketLabel() {}

  /** No longer one is written: the page's address is seen in the packet. */
  private static final int LONGEST_NAME = 24;

  /**
   * {@code SYN seq=0}, {@code ACK ack=1}, {@code ACK ack=1 win=0}, {@code PSH, ACK len=4}, {@code
   * PSH, ACK GET /}, {@code FIN, ACK}.
   */
  static String of(
      Packet packet, TcpLayer segment, SegmentNumbers numbers, Set<Happening> happenings) {
    TcpFlags flags = segment.flags();
    StringBuilder label = new StringBuilder(flags.bits() == 0 ? "TCP" : flags.toString());
    boolean syn = flags.has(TcpFlag.SYN);
    boolean bare = segment.sequenceLength() == 0 && !flags.has(TcpFlag.RST);
    if (syn) {
      label.append(" seq=").append(numbers.sequence());
    }
    if (syn || bare) {
      numbers.acknowledgment().ifPresent(number -> label.append(" ack=").append(number));
    }
    if (happenings.stream().anyMatch(WINDOW_NEWS::contains) && numbers.windowKnown()) {
      label.append(" win=").append(numbers.window());
    }
    if (segment.dataLength() > 0) {
      label.append(' ').append(carried(packet, segment.dataLength()));
    }
    return label.toString();
  }

  /** {@code UDP len=4}, {@code UDP DNS query}. */
  static String of(Packet packet, UdpLayer datagram) {
    return "UDP " + carried(packet, datagram.dataLength());
  }

  private static String carried(Packet packet, int length) {
    return ApplicationData.name(packet)
        .map(name ->
            name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…")
        .orElse("len=" + length);
  }

  /** Of a packet that is none of TCP, UDP and ICMP, or cannot be read. */
  static String of(Packet packet) {
    return switch (packet.layers().getFirst()) {
      case IpLayer ip -> Protocols.name(ip.protocol());
      default -> "IP";
    };
  }
}
