package socketscope.diagram;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.event.PacketSeen;
import socketscope.packet.Conversation;
import socketscope.packet.Flow;
import socketscope.packet.Packet;

/** Turns captured packets into rows, once it is known between whom they go. */
final class PacketFold {

  private final List<Row> rows;
  private final Endpoints endpoints;
  private final Participants participants;
  private final Conversation conversation;

  PacketFold(List<Row> rows, Endpoints endpoints, Participants participants) {
    this(rows, endpoints, participants, new Conversation());
  }

  private PacketFold(
      List<Row> rows, Endpoints endpoints, Participants participants, Conversation conversation) {
    this.conversation = conversation;
    this.rows = rows;
    this.endpoints = endpoints;
    this.participants = participants;
  }

  /** What was read so far, with copies of all else. */
  PacketFold over(List<Row> copied, Endpoints otherEndpoints, Participants others) {
    return new PacketFold(copied, otherEndpoints, others, conversation.copy());
  }

  void add(PacketSeen event) {
    Packet packet = Packet.decode(event.bytes());
    // An ICMP error comes from where the packet that it quotes was going.
    Optional<Flow> flow = packet.flow().or(() -> packet.quotedFlow().map(Flow::reversed));
    String sender = flow.map(endpoints::sender).orElse(null);
    String receiver = flow.map(Flow::reversed).map(endpoints::sender).orElse(null);
    sender = sender == null && receiver != null ? participants.facing(receiver) : sender;
    receiver = receiver == null && sender != null ? participants.facing(sender) : receiver;
    var reading = conversation.read(packet);
    if (known(sender) && known(receiver)) {
      rows.add(new PacketRow(event, sender, receiver, reading));
    }
  }

  private static boolean known(@Nullable String program) {
    return program != null;
  }
}
