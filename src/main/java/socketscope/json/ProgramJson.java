package socketscope.json;

import org.jspecify.annotations.Nullable;
import socketscope.event.ProgramContinued;
import socketscope.event.ProgramEvent;
import socketscope.event.ProgramStarted;
import socketscope.event.ProgramStopped;
import socketscope.event.Service;
import socketscope.event.ServiceEnded;
import socketscope.event.ServiceStarted;
import socketscope.event.SignalSent;
import socketscope.event.Stamp;

/** What becomes of running programs, as lines of JSON. */
final class ProgramJson {

  private ProgramJson() {}

  static String write(ProgramEvent event) {
    return switch (event) {
      case ProgramStopped e -> EventJson.begin("program-stopped", e).end();
      case ProgramContinued e -> EventJson.begin("program-continued", e).end();
      case SignalSent e -> EventJson.begin("signal-sent", e).put("signal", e.signal()).end();
      case ServiceStarted e ->
          EventJson.begin("service-started", e)
              .put("descriptor", e.descriptor())
              .put("socket", e.socket())
              .put("service", e.service())
              .put("thread", e.thread())
              .end();
      case ServiceEnded e ->
          EventJson.begin("service-ended", e)
              .put("descriptor", e.descriptor())
              .put("socket", e.socket())
              .put("thread", e.thread())
              .end();
    };
  }

  /** Who made a program by fork(), and with which call; nothing of one that was made otherwise. */
  static JsonLine write(JsonLine line, ProgramStarted.@Nullable Parent parent) {
    return parent == null
        ? line
        : line.put("parent", parent.program()).put("call", parent.callId());
  }

  static ProgramStarted.@Nullable Parent parent(JsonFields fields) throws JsonFormatException {
    return fields.has("parent")
        ? new ProgramStarted.Parent(fields.text("parent"), fields.number("call"))
        : null;
  }

  static ServiceStarted serviceStarted(JsonFields fields, Stamp stamp) throws JsonFormatException {
    return new ServiceStarted(
        stamp,
        fields.integer("descriptor"),
        CallJson.socket(fields, "socket"),
        EventJson.name(fields, "service", Service.class),
        fields.number("thread"));
  }

  static ServiceEnded serviceEnded(JsonFields fields, Stamp stamp) throws JsonFormatException {
    return new ServiceEnded(
        stamp,
        fields.integer("descriptor"),
        CallJson.socket(fields, "socket"),
        fields.number("thread"));
  }
}
