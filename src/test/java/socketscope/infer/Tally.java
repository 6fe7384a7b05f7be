package socketscope.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import socketscope.diagram.Diagram;
import socketscope.diagram.InferredRow;
import socketscope.diagram.PacketRow;
import socketscope.diagram.Row;
import socketscope.event.Event;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
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
    List<Event> unseen = new ArrayList<>(events);
    unseen.removeIf(PacketSeen.class::isInstance);
    List<PacketInferred> inferred = Inference.of(unseen);
    unseen.addAll(inferred);
    unseen.sort(null);
    Tally tally = new Tally();
    for (Row row : Diagram.of(unseen).rows()) {
      if (row instanceof InferredRow packet) {
        Count count = new Count(packet.event().count(), packet.event().bytes());
        tally.add(row, packet.receiver(), row.look().name(), count);
      }
    }
    return tally;
  }
}
