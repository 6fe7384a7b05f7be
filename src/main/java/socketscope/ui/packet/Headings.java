package socketscope.ui.packet;

import java.util.Optional;
import java.util.OptionalLong;
import socketscope.packet.IcmpMessage;
import socketscope.packet.Ipv4Layer;
import socketscope.packet.Ipv6Layer;
import socketscope.packet.Layer;
import socketscope.packet.Malformed;
import socketscope.packet.Payload;
import socketscope.packet.SegmentNumbers;
import socketscope.packet.TcpFlag;
import socketscope.packet.TcpLayer;
import socketscope.packet.TransportStart;
import socketscope.packet.Truncated;
import socketscope.packet.UdpLayer;
import socketscope.ui.packet.Part.Tint;
import socketscope.ui.wording.Words;

/** The name of a layer, and all of it in one line: in the abbreviations of the field. */
final class Headings {

  /** As much of a program's bytes as a line may hold. */
  private static final int LONGEST = 200;

  private static final int TCP = 6;

  private final Words words;

  Headings(Words words) {
    this.words = words;
  }

  static Tint tint(Layer layer) {
    return switch (layer) {
      case Ipv4Layer _, Ipv6Layer _ -> Tint.IP;
      case TcpLayer _ -> Tint.TCP;
      case UdpLayer _ -> Tint.UDP;
      case TransportStart start -> start.protocol() == TCP ? Tint.TCP : Tint.UDP;
      case IcmpMessage _ -> Tint.ICMP;
      case Payload _ -> Tint.APPLICATION;
      case Truncated _, Malformed _ -> Tint.UNREAD;
    };
  }

  String name(Layer layer) {
    return switch (layer) {
      case Ipv4Layer _ -> "IPv4";
      case Ipv6Layer _ -> "IPv6";
      case TcpLayer _ -> "TCP";
      case UdpLayer _ -> "UDP";
      case TransportStart start -> start.protocol() == TCP ? "TCP" : "UDP";
      case IcmpMessage icmp -> icmp.name();
      case Payload payload -> words.get("packet.payload." + payload.kind());
      case Truncated _ -> words.get("packet.truncated");
      case Malformed _ -> words.get("packet.malformed");
    };
  }

  String summary(Layer layer, Optional<SegmentNumbers> numbers) {
    return switch (layer) {
      case Ipv4Layer ip ->
          "%s → %s  ttl %d  id 0x%04x"
              .formatted(ip.source(), ip.destination(), ip.timeToLive(), ip.identification());
      case Ipv6Layer ip ->
          "%s → %s  hlim %d  flow 0x%05x"
              .formatted(ip.source(), ip.destination(), ip.hopLimit(), ip.flowLabel());
      case TcpLayer tcp -> tcp(tcp, numbers);
      case UdpLayer udp ->
          ports(udp.sourcePort(), udp.destinationPort()) + "  len " + udp.dataLength();
      case TransportStart start -> ports(start.sourcePort(), start.destinationPort());
      case IcmpMessage icmp ->
          "%s  type %d  code %d".formatted(icmp.meaning(), icmp.type(), icmp.code());
      case Payload payload -> text(payload);
      case Truncated truncated -> words.counted("packet.truncated.missing", truncated.missing());
      case Malformed malformed -> words.get("packet.malformed." + malformed.problem());
    };
  }

  private static String ports(int source, int destination) {
    return source + " → " + destination;
  }

  private static String tcp(TcpLayer tcp, Optional<SegmentNumbers> numbers) {
    StringBuilder line = new StringBuilder();
    line.append("seq ").append(numbers.map(SegmentNumbers::sequence).orElse(tcp.sequence()));
    if (tcp.flags().has(TcpFlag.ACK)) {
      OptionalLong counted =
          numbers.map(SegmentNumbers::acknowledgment).orElse(OptionalLong.empty());
      line.append("  ack ").append(counted.orElse(tcp.acknowledgment()));
    }
    String flags = tcp.flags().toString().replace(",", "");
    return line.append("  flags ")
        .append(flags)
        .append("  win ")
        .append(tcp.window())
        .append("  len ")
        .append(tcp.dataLength())
        .toString();
  }

  private static String text(Payload payload) {
    String text = payload.bytes().toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
