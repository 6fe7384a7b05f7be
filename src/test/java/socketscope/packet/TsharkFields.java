package socketscope.packet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tshark calls the fields of each layer. */
final class TsharkFields {

  private static final Map<String, String> INET4 =
      Map.ofEntries(
          Map.entry("Version", "ip.version"),
          Map.entry("Internet Header Length", "ip.hdr_len"),
          Map.entry("Differentiated Services Codepoint", "ip.dsfield.dscp"),
          Map.entry("Explicit Congestion Notification", "ip.dsfield.ecn"),
          Map.entry("Total Length", "ip.len"),
          Map.entry("Identification", "ip.id"),
          Map.entry("Reserved", "ip.flags.rb"),
          Map.entry("Don't Fragment", "ip.flags.df"),
          Map.entry("More Fragments", "ip.flags.mf"),
          Map.entry("Fragment Offset", "ip.frag_offset"),
          Map.entry("Time to Live", "ip.ttl"),
          Map.entry("Protocol", "ip.proto"),
          Map.entry("Header Checksum", "ip.checksum"),
          Map.entry("Source Address", "ip.src"),
          Map.entry("Destination Address", "ip.dst"));

  private static final Map<String, String> INET6 =
      Map.ofEntries(
          Map.entry("Version", "ipv6.version"),
          Map.entry("Differentiated Services Codepoint", "ipv6.tclass.dscp"),
          Map.entry("Explicit Congestion Notification", "ipv6.tclass.ecn"),
          Map.entry("Flow Label", "ipv6.flow"),
          Map.entry("Payload Length", "ipv6.plen"),
          Map.entry("Next Header", "ipv6.nxt"),
          Map.entry("Hop Limit", "ipv6.hlim"),
          Map.entry("Source Address", "ipv6.src"),
          Map.entry("Destination Address", "ipv6.dst"));

  private static final Map<String, String> TCP =
      Map.ofEntries(
          Map.entry("Source Port", "tcp.srcport"),
          Map.entry("Destination Port", "tcp.dstport"),
          Map.entry("Sequence Number", "tcp.seq_raw"),
          Map.entry("Acknowledgment Number", "tcp.ack_raw"),
          Map.entry("Data Offset", "tcp.hdr_len"),
          Map.entry("FIN", "tcp.flags.fin"),
          Map.entry("SYN", "tcp.flags.syn"),
          Map.entry("RST", "tcp.flags.reset"),
          Map.entry("PSH", "tcp.flags.push"),
          Map.entry("ACK", "tcp.flags.ack"),
          Map.entry("URG", "tcp.flags.urg"),
          Map.entry("ECE", "tcp.flags.ece"),
          Map.entry("CWR", "tcp.flags.cwr"),
          Map.entry("Window", "tcp.window_size_value"),
          Map.entry("Checksum", "tcp.checksum"),
          Map.entry("Urgent Pointer", "tcp.urgent_pointer"),
          Map.entry("Options", "tcp.options"),
          Map.entry("MSS", "tcp.options.mss_val"),
          Map.entry("shift.cnt", "tcp.options.wscale.shift"),
          Map.entry("TS Value (TSval)", "tcp.options.timestamp.tsval"),
          Map.entry("TS Echo Reply (TSecr)", "tcp.options.timestamp.tsecr"),
          Map.entry("Left Edge", "tcp.options.sack_le"),
          Map.entry("Right Edge", "tcp.options.sack_re"),
          Map.entry("Kind", "tcp.option_kind"),
          Map.entry("Length", "tcp.option_len"));

  private static final Map<String, String> UDP =
      Map.of(
          "Source Port", "udp.srcport",
          "Destination Port", "udp.dstport",
          "Length", "udp.length",
          "Checksum", "udp.checksum");

  private static final Map<String, String> ICMP =
      Map.of("Type", "icmp.type", "Code", "icmp.code", "Checksum", "icmp.checksum");

  private static final Map<String, String> ICMPV6 =
      Map.of("Type", "icmpv6.type", "Code", "icmpv6.code", "Checksum", "icmpv6.checksum");

  private TsharkFields() {}

  static Map<String, String> names(Layer layer) {
    return switch (layer) {
      case Ipv4Layer _ -> INET4;
      case Ipv6Layer _ -> INET6;
      case TcpLayer _ -> TCP;
      case UdpLayer _ -> UDP;
      case IcmpLayer _ -> ICMP;
      case Icmpv6Layer _ -> ICMPV6;
      case TransportStart _, Payload _, Truncated _, Malformed _ -> Map.of();
    };
  }

  /** By tshark's name all fields of a packet, quoted ones behind those of the packet itself. */
  static Map<String, List<Field>> of(Packet packet) {
    Map<String, List<Field>> fields = new HashMap<>();
    for (Layer layer : packet.layers()) {
      collect(names(layer), layer.fields(), fields);
      if (layer instanceof IcmpMessage icmp) {
        icmp.quoted().forEach(quoted -> collect(names(quoted), quoted.fields(), fields));
      }
    }
    return fields;
  }

  private static void collect(
      Map<String, String> names, List<Field> found, Map<String, List<Field>> fields) {
    for (Field field : found) {
      String name = names.get(field.name());
      if (name != null) {
        fields.computeIfAbsent(name, _ -> new java.util.ArrayList<>()).add(field);
      }
      collect(names, field.parts(), fields);
    }
  }
}
