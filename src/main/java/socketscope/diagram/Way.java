package socketscope.diagram;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.packet.Flow;
import socketscope.packet.Packet;

/** From where to where the packet of a row went. */
record Way(
    String receiver,
    @Nullable SocketAddress source,
    @Nullable SocketAddress destination,
    Look look) {

  /** The way of a packet, seen or inferred; null for a row that is no packet. */
  static @Nullable Way of(Row row) {
    return switch (row) {
      case PacketRow packet -> captured(packet);
      case InferredRow packet ->
          new Way(
              packet.receiver(),
              packet.event().source(),
              packet.event().destination(),
              packet.look());
      case CallRow _, NoteRow _, RepeatRow _, GapRow _ -> null;
    };
  }

  private static @Nullable Way captured(PacketRow row) {
    Packet packet = row.reading().packet();
    Optional<Flow> flow = packet.flow().or(() -> packet.quotedFlow().map(Flow::reversed));
    return flow.map(way -> new Way(row.receiver(), way.source(), way.destination(), row.look()))
        .orElse(null);
  }
}
