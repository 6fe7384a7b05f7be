package socketscope.json;

import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Observation;
import socketscope.event.SocketAddress;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;
import socketscope.event.SynSaved;
import socketscope.event.TcpCounters;
import socketscope.event.TcpState;
import socketscope.json.JsonFormatException.Fault;

/** What the kernel said, as lines of JSON. A number that it did not say is left out, or is -1. */
final class ObservationJson {

  private static final long UNKNOWN = -1;

  private ObservationJson() {}

  static String write(Observation observation) {
    return switch (observation) {
      case SocketObserved e -> write(e);
      case SynSaved e ->
          EventJson.begin("syn-saved", e)
              .put("socket", e.socket())
              .put("bytes", e.bytes().hex())
              .end();
      case ConnectionObserved e ->
          EventJson.begin("connection-observed", e)
              .put("local", e.local())
              .put("peer", e.peer())
              .put("state", e.state())
              .put("timer", e.timer())
              .put("timerMillis", e.timerMillis())
              .put("retransmissions", e.retransmissions())
              .put("receiveQueue", e.receiveQueue())
              .put("sendQueue", e.sendQueue())
              .end();
      case ConnectionForgotten e ->
          EventJson.begin("connection-forgotten", e)
              .put("local", e.local())
              .put("peer", e.peer())
              .end();
    };
  }

  private static String write(SocketObserved e) {
    JsonLine line =
        EventJson.begin("socket-observed", e)
            .put("socket", e.socket())
            .put("descriptor", e.descriptor())
            .put("type", e.type())
            .put("state", e.state())
            .put("local", e.local())
            .put("peer", e.peer())
            .put("receiveQueue", e.receiveQueue())
            .put("sendQueue", e.sendQueue())
            .put("accepting", e.accepting())
            .put("backlog", e.backlog())
            .put("drops", e.drops());
    if (e.cookie() != 0) {
      line.put("cookie", e.cookie());
    }
    TcpCounters counters = e.counters();
    if (counters != null) {
      line.put("segmentsOut", counters.segmentsOut())
          .put("segmentsIn", counters.segmentsIn())
          .put("dataSegmentsOut", counters.dataSegmentsOut())
          .put("dataSegmentsIn", counters.dataSegmentsIn())
          .put("bytesSent", counters.bytesSent())
          .put("bytesAcked", counters.bytesAcked())
          .put("bytesReceived", counters.bytesReceived())
          .put("bytesRetransmitted", counters.bytesRetransmitted())
          .put("segmentsRetransmitted", counters.segmentsRetransmitted())
          .put("bytesNotSent", counters.bytesNotSent())
          .put("sendWindow", counters.sendWindow());
    }
    return line.end();
  }

  static SocketObserved socketObserved(JsonFields fields, Stamp stamp) throws JsonFormatException {
    return new SocketObserved(
        stamp,
        CallJson.requiredSocket(fields),
        fields.integer("descriptor"),
        fields.text("type"),
        fields.has("state") ? EventJson.name(fields, "state", TcpState.class) : null,
        CallJson.address(fields, "local"),
        CallJson.address(fields, "peer"),
        fields.number("receiveQueue"),
        fields.number("sendQueue"),
        fields.number("accepting"),
        fields.number("backlog"),
        told(fields, "drops"),
        fields.has("segmentsOut") ? counters(fields) : null,
        fields.has("cookie") ? fields.number("cookie") : 0);
  }

  private static TcpCounters counters(JsonFields fields) throws JsonFormatException {
    return new TcpCounters(
        fields.number("segmentsOut"),
        told(fields, "segmentsIn"),
        told(fields, "dataSegmentsOut"),
        told(fields, "dataSegmentsIn"),
        told(fields, "bytesSent"),
        told(fields, "bytesAcked"),
        told(fields, "bytesReceived"),
        told(fields, "bytesRetransmitted"),
        told(fields, "segmentsRetransmitted"),
        told(fields, "bytesNotSent"),
        told(fields, "sendWindow"));
  }

  private static long told(JsonFields fields, String name) throws JsonFormatException {
    return fields.has(name) ? fields.number(name) : UNKNOWN;
  }

  static SynSaved synSaved(JsonFields fields, Stamp stamp) throws JsonFormatException {
    return new SynSaved(stamp, CallJson.requiredSocket(fields), EventJson.hex(fields, "bytes"));
  }

  static ConnectionObserved connectionObserved(JsonFields fields, Stamp stamp)
      throws JsonFormatException {
    return new ConnectionObserved(
        stamp,
        requiredAddress(fields, "local"),
        requiredAddress(fields, "peer"),
        EventJson.name(fields, "state", TcpState.class),
        EventJson.name(fields, "timer", ConnectionObserved.Timer.class),
        fields.number("timerMillis"),
        fields.integer("retransmissions"),
        fields.number("receiveQueue"),
        fields.number("sendQueue"));
  }

  static ConnectionForgotten connectionForgotten(JsonFields fields, Stamp stamp)
      throws JsonFormatException {
    return new ConnectionForgotten(
        stamp, requiredAddress(fields, "local"), requiredAddress(fields, "peer"));
  }

  static SocketAddress requiredAddress(JsonFields fields, String name) throws JsonFormatException {
    SocketAddress address = CallJson.address(fields, name);
    if (address == null) {
      throw new JsonFormatException(Fault.MISSING_FIELD, name);
    }
    return address;
  }
}
