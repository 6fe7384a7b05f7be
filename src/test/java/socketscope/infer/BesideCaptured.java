package socketscope.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import socketscope.event.Bytes;
import socketscope.event.Event;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
import socketscope.event.SocketAddress;
import socketscope.packet.Flow;
import socketscope.packet.Packet;
import socketscope.packet.TcpFlag;
import socketscope.packet.TcpFlags;
import socketscope.packet.TcpLayer;
import socketscope.packet.UdpLayer;

/**
 * What is inferred from an experiment's calls beside what was captured of it, from which address to
 * which: a packet that is inferred must have passed.
 */
public final class BesideCaptured {

  /** Larger than what the loopback interface carries in one piece: there it joins segments. */
  private static final long JOINED = 16_000;

  private static final class Way {
    private final Map<String, Long> packets = new TreeMap<>();
    private long bytes;
    private long all;

    void add(String kind, long count, long carried) {
      packets.merge(kind, count, Long::sum);
      bytes += carried;
      all += count;
    }
  }

  private BesideCaptured() {}

  /** What was inferred and did not pass, in words; nothing, as it must be. */
  public static List<String> neverPassed(List<Event> events) {
    List<Bytes> packets = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof PacketSeen seen) {
        packets.add(seen.bytes());
      }
    }
    return neverPassed(events, packets);
  }

  /**
   * The same beside the packets that somebody else has captured.
   *
   * @param packets from the header of IP on
   */
  public static List<String> neverPassed(List<Event> events, List<Bytes> packets) {
    Map<String, Way> captured = new TreeMap<>();
    packets.forEach(packet -> count(captured, Packet.decode(packet)));
    Map<String, Way> inferred = new TreeMap<>();
    List<Event> unseen = new ArrayList<>(events);
    unseen.removeIf(PacketSeen.class::isInstance);
    for (PacketInferred packet : Inference.of(unseen)) {
      if (packet.source() != null && packet.destination() != null) {
        inferred
            .computeIfAbsent(way(packet.source(), packet.destination()), _ -> new Way())
            .add(kind(packet), packet.count(), packet.bytes());
      }
    }
    List<String> wrong = new ArrayList<>();
    inferred.forEach((way, told) -> compare(way, told, captured.get(way), wrong));
    return wrong;
  }

  /** With data it is one of the segments that carry them. */
  private static String kind(PacketInferred packet) {
    boolean withData = packet.kind() == PacketInferred.Kind.FIN && packet.bytes() > 0;
    return withData ? "FIN or DATA" : packet.kind().name();
  }

  private static void compare(String way, Way told, @Nullable Way passed, List<String> wrong) {
    if (passed == null) {
      wrong.add(way + ": inferred " + told.packets + ", and nothing passed");
      return;
    }
    for (String kind : List.of("SYN", "SYN_ACK", "FIN", "RST", "DATAGRAM", "PORT_UNREACHABLE")) {
      long one = told.packets.getOrDefault(kind, 0L);
      if (one > passed.packets.getOrDefault(kind, 0L)) {
        wrong.add(way + ": inferred " + told.packets + ", passed " + passed.packets);
      }
    }
    if (told.bytes > passed.bytes) {
      wrong.add(way + ": inferred " + told.bytes + " bytes, passed " + passed.bytes);
    }
    if (passed.bytes < JOINED && told.all > passed.all) {
      wrong.add(way + ": inferred " + told.packets + ", passed " + passed.packets);
    }
  }

  private static void count(Map<String, Way> ways, Packet packet) {
    // An error comes back from where the datagram went that it quotes.
    Flow flow = packet.flow().or(() -> packet.quotedFlow().map(Flow::reversed)).orElse(null);
    if (flow == null) {
      return;
    }
    Way way = ways.computeIfAbsent(way(flow.source(), flow.destination()), _ -> new Way());
    TcpLayer tcp = packet.layer(TcpLayer.class).orElse(null);
    UdpLayer udp = packet.layer(UdpLayer.class).orElse(null);
    if (tcp != null) {
      way.add(kind(tcp), 1, tcp.dataLength());
    } else if (udp != null) {
      way.add("DATAGRAM", 1, udp.dataLength());
    } else {
      way.add("PORT_UNREACHABLE", 1, 0);
    }
  }

  private static String kind(TcpLayer segment) {
    TcpFlags flags = segment.flags();
    if (flags.has(TcpFlag.SYN)) {
      return flags.has(TcpFlag.ACK) ? "SYN_ACK" : "SYN";
    }
    if (flags.has(TcpFlag.RST)) {
      return "RST";
    }
    return flags.has(TcpFlag.FIN) ? "FIN" : segment.dataLength() > 0 ? "DATA" : "ACK";
  }

  private static String way(SocketAddress from, SocketAddress to) {
    return PacketAddresses.plain(from) + " → " + PacketAddresses.plain(to);
  }
}
