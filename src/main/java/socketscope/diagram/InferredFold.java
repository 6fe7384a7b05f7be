package socketscope.diagram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import socketscope.event.PacketInferred;

/** Turns inferred packets into rows. */
final class InferredFold {

  private final List<Row> rows;
  private final Endpoints endpoints;
  private final Participants participants;

  InferredFold(List<Row> rows, Endpoints endpoints, Participants participants) {
    this.rows = rows;
    this.endpoints = endpoints;
    this.participants = participants;
  }

  void add(PacketInferred event) {
    String sender =
        event.sender().isEmpty()
            ? facing(event.receiver())
            : endpoints.holder(event.source(), event.destination(), event.sender());
    String receiver =
        event.receiver().isEmpty()
            ? facing(event.sender())
            : endpoints.holder(event.destination(), event.source(), event.receiver());
    if (sender != null && receiver != null) {
      participants.meet(sender);
      participants.meet(receiver);
      rows.add(new InferredRow(event, sender, receiver));
    }
  }

  /** Whoever is not known is drawn on the other side, as with captured packets. */
  private @Nullable String facing(String program) {
    return program.isEmpty() ? null : participants.facing(program);
  }
}
