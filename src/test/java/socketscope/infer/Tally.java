package socketscope.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.Diagram;
import socketscope.diagram.InferredRow;
import socketscope.diagram.Look;
import socketscope.diagram.PacketRow;
import socketscope.diagram.Row;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.packet.TcpLayer;
import socketscope.packet.UdpLayer;

/** How many packets went which way, of which kind, and how many bytes of data were in them. */
record Tally(Map<String, Count> counts) {

  /** Packets and bytes. */
  record Count(long packets, long bytes) {

    Count plus(Count more) {
      return new Count(packets + more.packets, bytes + more.bytes);
    }
  }

  private Tally() {
    this(new TreeMap<>());
  }

  private void add(Row row, String receiver, String kind, Count count) {
    counts.merge(row.program() + " → " + receiver + " " + kind, count, Count::plus);
  }

  /** What was captured. */
  static Tally captured(List<Event> events) {
    Tally tally = new Tally();
    for (Row row : Diagram.of(events).rows()) {
      if (row instanceof PacketRow packet) {
        tally.add(row, packet.receiver(), row.look().name(), new Count(1, bytes(packet)));
      }
    }
    return tally;
  }

  /**
   * What was captured, without the ACKs after which the kernel was not asked about their sender any
   * more, as it had closed: nothing proves those.
   */
  static Tally provable(List<Event> events) {
    Tally tally = new Tally();
    for (Row row : Diagram.of(events).rows()) {
      if (row instanceof PacketRow packet
          && (packet.look() != Look.ACK || askedAfter(events, packet))) {
        tally.add(row, packet.receiver(), row.look().name(), new Count(1, bytes(packet)));
      }
    }
    return tally;
  }

  private static boolean askedAfter(List<Event> events, PacketRow row) {
    return row.reading().packet().flow().stream()
        .anyMatch(flow ->
            events.stream()
                .filter(SocketObserved.class::isInstance)
                .map(SocketObserved.class::cast)
                .filter(seen -> seen.stamp().nanos() > row.event().stamp().nanos())
                .filter(seen -> seen.counters() != null && seen.peer() != null)
                .anyMatch(seen ->
                    port(seen.local()).equals(port(flow.source()))
                        && port(seen.peer()).equals(port(flow.destination()))));
  }

  private static String port(@Nullable SocketAddress address) {
    String text = String.valueOf(address);
    return text.substring(text.lastIndexOf(':') + 1);
  }

  private static long bytes(PacketRow row) {
    return row.reading()
        .packet()
        .layer(TcpLayer.class)
        .map(TcpLayer::dataLength)
        .or(() -> row.reading().packet().layer(UdpLayer.class).map(UdpLayer::dataLength))
        .orElse(0);
  }

  /** What is inferred from the same events. */
  static Tally inferred(List<Event> events) {
    Tally tally = new Tally();
    for (Row row : Diagram.of(unseen(events)).rows()) {
      if (row instanceof InferredRow packet) {
        Count count = new Count(packet.event().count(), packet.event().bytes());
        tally.add(row, packet.receiver(), row.look().name(), count);
      }
    }
    return tally;
  }

  /** The same events with inferred packets instead of the captured ones. */
  static List<Event> unseen(List<Event> events) {
    List<Event> unseen = new ArrayList<>(events);
    unseen.removeIf(PacketSeen.class::isInstance);
    unseen.addAll(Inference.of(unseen));
    unseen.sort(null);
    return unseen;
  }

  /** All but the ACKs. */
  Map<String, Count> withoutAcks() {
    Map<String, Count> others = new TreeMap<>(counts);
    others.keySet().removeIf(way -> way.endsWith(" ACK"));
    return others;
  }

  /** Whether another tally has at least as many ACKs each way. */
  boolean acksWithin(Tally other) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(" ACK"))
        .allMatch(entry ->
            entry.getValue().packets()
                <= other.counts.getOrDefault(entry.getKey(), new Count(0, 0)).packets());
  }

  /** How many bytes of data went which way. */
  Map<String, Long> bytes() {
    Map<String, Long> bytes = new TreeMap<>();
    counts.forEach((way, count) -> bytes.put(way, count.bytes()));
    bytes.values().removeIf(number -> number == 0);
    return bytes;
  }

  /** Whether another tally has all of it. */
  boolean within(Tally other) {
    return counts.entrySet().stream()
        // When a program ends, an ACK may come alone or with the FIN: no counter tells which.
        .filter(entry -> !entry.getKey().endsWith(" ACK"))
        .allMatch(entry -> {
          Count all = other.counts.getOrDefault(entry.getKey(), new Count(0, 0));
          return entry.getValue().packets <= all.packets && entry.getValue().bytes <= all.bytes;
        });
  }
}
