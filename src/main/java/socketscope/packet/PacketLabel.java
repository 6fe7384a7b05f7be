package socketscope.packet;

/** The few words on a packet's arrow. */
final class PacketLabel {

  private PacketLabel() {}

  /** {@code SYN seq=0}, {@code ACK ack=1}, {@code PSH, ACK len=4}, {@code FIN, ACK}. */
  static String of(TcpLayer segment, SegmentNumbers numbers) {
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
    if (segment.dataLength() > 0) {
      label.append(" len=").append(segment.dataLength());
    }
    return label.toString();
  }

  /** Of a packet that is none of TCP, UDP and ICMP, or cannot be read. */
  static String of(Packet packet) {
    return switch (packet.layers().getFirst()) {
      case IpLayer ip -> Protocols.name(ip.protocol());
      default -> "IP";
    };
  }
}
