package socketscope.packet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the packets of one experiment in the order in which they were captured: a fold that is fed
 * one packet after the other. {@link #of} reads a whole list.
 */
public final class Conversation {

  private final Map<Flow, TcpConnection> connections = new HashMap<>();
  private final List<Packet> packets = new ArrayList<>();
  private int opened;

  /** What each of these packets means, in their order. */
  public static List<Reading> of(List<Packet> packets) {
    Conversation conversation = new Conversation();
    return packets.stream().map(conversation::read).toList();
  }

  /** What was read so far, to be gone on with apart. */
  public Conversation copy() {
    Conversation copy = new Conversation();
    IdentityHashMap<TcpConnection, TcpConnection> copies = new IdentityHashMap<>();
    connections.forEach((flow, connection) ->
        copy.connections.put(flow, copies.computeIfAbsent(connection, TcpConnection::copy)));
    copy.packets.addAll(packets);
    copy.opened = opened;
    return copy;
  }

  /** What the next packet means after all that were read before. */
  public Reading read(Packet packet) {
    Reading reading =
        switch (packet.layers().size() > 1 ? packet.layers().get(1) : packet.layers().getFirst()) {
          case TcpLayer segment -> segment(packet, packet.flow().orElseThrow(), segment);
          case UdpLayer udp ->
              plain(packet, PacketKind.DATA, PacketLabel.of(packet, udp), Happening.DATAGRAM);
          case IcmpMessage icmp -> icmp(packet, icmp);
          default -> plain(packet, PacketKind.OTHER, PacketLabel.of(packet), Happening.OTHER);
        };
    packets.add(packet);
    return reading;
  }

  private Reading segment(Packet packet, Flow flow, TcpLayer segment) {
    TcpConnection before = connections.get(flow);
    boolean reused = before != null && before.replacedBy(flow, segment);
    if (before == null || reused) {
      TcpConnection connection = new TcpConnection(opened++);
      connections.put(flow, connection);
      connections.put(flow.reversed(), connection);
    }
    TcpConnection connection = connections.get(flow);
    TcpConnection.Followed followed = connection.follow(flow, segment);
    Set<Happening> happenings = followed.happenings();
    if (reused) {
      happenings = EnumSet.copyOf(happenings);
      happenings.add(Happening.PORTS_REUSED);
    }
    return new Reading(
        packet,
        kind(segment),
        PacketLabel.of(packet, segment, followed.numbers(), happenings),
        happenings,
        OptionalInt.of(connection.index()),
        Optional.of(followed.numbers()),
        OptionalInt.empty());
  }

  private static PacketKind kind(TcpLayer segment) {
    TcpFlags flags = segment.flags();
    if (flags.has(TcpFlag.RST)) {
      return PacketKind.RST;
    }
    if (flags.has(TcpFlag.SYN)) {
      return PacketKind.HANDSHAKE;
    }
    if (flags.has(TcpFlag.FIN)) {
      return PacketKind.FIN;
    }
    if (segment.dataLength() > 0) {
      return PacketKind.DATA;
    }
    return flags.has(TcpFlag.ACK) ? PacketKind.ACK : PacketKind.OTHER;
  }

  private Reading icmp(Packet packet, IcmpMessage icmp) {
    boolean error = icmp.error();
    return new Reading(
        packet,
        error ? PacketKind.RST : PacketKind.OTHER,
        icmp.name() + " " + icmp.meaning(),
        Set.of(error ? Happening.ICMP_ERROR : Happening.ICMP_MESSAGE),
        OptionalInt.empty(),
        Optional.empty(),
        QuotedPacketFinder.of(packet, icmp, packets));
  }

  private static Reading plain(Packet packet, PacketKind kind, String label, Happening happening) {
    return new Reading(
        packet,
        kind,
        label,
        Set.of(happening),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }
}
