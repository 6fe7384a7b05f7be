package socketscope.json;

import socketscope.event.ForeignEvent;
import socketscope.event.ForeignProgramEnded;
import socketscope.event.ForeignSocketObserved;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.Role;
import socketscope.event.Stamp;
import socketscope.event.TcpState;

/** What became known of foreign programs, as lines of JSON. */
final class ForeignJson {

  static final String SEEN = "foreign-socket-seen";
  static final String OBSERVED = "foreign-socket-observed";
  static final String ENDED = "foreign-program-ended";

  private ForeignJson() {}

  static String write(ForeignEvent event) {
    return switch (event) {
      case ForeignSocketSeen e ->
          EventJson.begin(SEEN, e)
              .put("socket", e.socket())
              .put("role", e.role())
              .put("pid", e.pid())
              .put("command", e.command())
              .put("descriptor", e.descriptor())
              .put("type", e.type())
              .put("local", e.local())
              .put("peer", e.peer())
              .put("opened", e.opened())
              .end();
      case ForeignSocketObserved e ->
          EventJson.begin(OBSERVED, e)
              .put("socket", e.socket())
              .put("state", e.state())
              .put("receiveQueue", e.receiveQueue())
              .put("sendQueue", e.sendQueue())
              .put("held", e.held())
              .end();
      case ForeignProgramEnded e -> EventJson.begin(ENDED, e).end();
    };
  }

  static ForeignSocketSeen seen(JsonFields fields, Stamp stamp) throws JsonFormatException {
    return new ForeignSocketSeen(
        stamp,
        CallJson.requiredSocket(fields),
        EventJson.name(fields, "role", Role.class),
        fields.number("pid"),
        fields.text("command"),
        fields.integer("descriptor"),
        fields.text("type"),
        ObservationJson.requiredAddress(fields, "local"),
        CallJson.address(fields, "peer"),
        fields.truth("opened"));
  }

  static ForeignSocketObserved observed(JsonFields fields, Stamp stamp) throws JsonFormatException {
    return new ForeignSocketObserved(
        stamp,
        CallJson.requiredSocket(fields),
        fields.has("state") ? EventJson.name(fields, "state", TcpState.class) : null,
        fields.number("receiveQueue"),
        fields.number("sendQueue"),
        fields.truth("held"));
  }
}
