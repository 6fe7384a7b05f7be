package socketscope.json;

import java.time.DateTimeException;
import java.time.Instant;
import socketscope.constant.Constants;
import socketscope.event.Bytes;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureEvent;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignEvent;
import socketscope.event.ForeignProgramEnded;
import socketscope.event.NoteWritten;
import socketscope.event.Observation;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
import socketscope.event.Place;
import socketscope.event.ProgramContinued;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramEvent;
import socketscope.event.ProgramStarted;
import socketscope.event.ProgramStopped;
import socketscope.event.Role;
import socketscope.event.Signal;
import socketscope.event.SignalSent;
import socketscope.event.Stamp;
import socketscope.event.StepChecked;
import socketscope.event.StepFailed;
import socketscope.json.JsonFormatException.Fault;

/** Events as lines of JSON. */
public final class EventJson {

  private EventJson() {}

  /** The line of an event, without its end. */
  public static String write(Event event) {
    return switch (event) {
      case ExperimentStarted e ->
          begin("experiment-started", e)
              .put("title", e.title())
              .put("date", e.wallClock())
              .put("application", e.application())
              .put("system", e.system())
              .put("place", e.place() == Place.SHARED ? null : e.place().word())
              .put("reason", e.reason().isEmpty() ? null : e.reason())
              .end();
      case ProgramStarted e ->
          ProgramJson.write(
                  begin("program-started", e).put("role", e.role()).put("pid", e.pid()), e.parent())
              .end();
      case ProgramEnded e ->
          begin("program-ended", e)
              .put("exitStatus", e.exitStatus())
              .put("signal", e.signal())
              .put("expected", e.expected())
              .end();
      case ProgramEvent e -> ProgramJson.write(e);
      case CallQueued e ->
          CallJson.write(
                  begin("call-queued", e)
                      .put("call", e.callId())
                      .put("socket", e.socket())
                      .put("behind", e.behind()),
                  e.call())
              .end();
      case CallStarted e ->
          CallJson.write(
                  begin("call-started", e)
                      .put("call", e.callId())
                      .put("socket", e.socket())
                      .put("thread", e.thread()),
                  e.call())
              .end();
      case CallBlocked e ->
          begin("call-blocked", e).put("call", e.callId()).put("proof", e.proof()).end();
      case CallReturned e ->
          CallJson.write(
                  begin("call-returned", e)
                      .put("call", e.callId())
                      .put("socket", e.socket())
                      .put("created", e.created())
                      .put("second", e.second())
                      .putIfTrue("kept", e.kept()),
                  e.result())
              .end();
      case NoteWritten e -> begin("note-written", e).put("text", e.text()).end();
      case CaptureEvent e -> write(e);
      case Observation e -> ObservationJson.write(e);
      case ForeignEvent e -> ForeignJson.write(e);
      case PacketInferred e ->
          throw new IllegalArgumentException("inferred from what is recorded: " + e.kind());
      case StepChecked e ->
          begin("step-checked", e)
              .put("call", e.callId())
              .put("line", e.line())
              .put("expected", e.expected())
              .put("actual", e.actual())
              .put("met", e.met())
              .end();
      case StepFailed e ->
          begin("step-failed", e)
              .put("line", e.line())
              .put("reason", e.reason())
              .put("detail", e.detail())
              .put("left", e.left())
              .end();
    };
  }

  private static String write(CaptureEvent event) {
    return switch (event) {
      case CaptureStarted e ->
          begin("capture-started", e).put("method", e.method()).put("reason", e.reason()).end();
      case CaptureEnded e -> begin("capture-ended", e).put("reason", e.reason()).end();
      case PacketSeen e ->
          begin("packet-seen", e)
              .put("device", e.device())
              .put("length", e.length())
              .put("bytes", e.bytes().hex())
              .end();
    };
  }

  static JsonLine begin(String kind, Event event) {
    Stamp stamp = event.stamp();
    return new JsonLine()
        .put("event", kind)
        .put("time", stamp.nanos())
        .put("program", stamp.program())
        .put("serial", stamp.serial());
  }

  /**
   * Reads the line of an event of this system. Fields that are not known are passed over.
   *
   * @throws JsonFormatException where it is none
   */
  public static Event read(String line) throws JsonFormatException {
    return read(line, Constants.local());
  }

  /**
   * Reads the line of an event, as {@link #read(String)}.
   *
   * @param constants those of the system on which it was recorded
   */
  public static Event read(String line, Constants constants) throws JsonFormatException {
    JsonFields fields = JsonFields.parse(line);
    Stamp stamp = new Stamp(fields.number("time"), fields.text("program"), fields.number("serial"));
    String kind = fields.text("event");
    return switch (kind) {
      case "experiment-started" -> experimentStarted(fields, stamp);
      case "program-started" ->
          new ProgramStarted(
              stamp,
              name(fields, "role", Role.class),
              fields.number("pid"),
              ProgramJson.parent(fields));
      case "program-ended" ->
          new ProgramEnded(
              stamp,
              fields.integer("exitStatus"),
              fields.integer("signal"),
              fields.truth("expected"));
      case "program-stopped" -> new ProgramStopped(stamp);
      case "program-continued" -> new ProgramContinued(stamp);
      case "signal-sent" -> new SignalSent(stamp, name(fields, "signal", Signal.class));
      case "service-started" -> ProgramJson.serviceStarted(fields, stamp);
      case "service-ended" -> ProgramJson.serviceEnded(fields, stamp);
      case "call-queued" ->
          new CallQueued(
              stamp,
              fields.number("call"),
              CallJson.requiredSocket(fields),
              CallJson.call(fields, constants),
              fields.number("behind"));
      case "call-started" ->
          new CallStarted(
              stamp,
              fields.number("call"),
              CallJson.socket(fields, "socket"),
              fields.number("thread"),
              CallJson.call(fields, constants));
      case "call-blocked" -> new CallBlocked(stamp, fields.number("call"), fields.text("proof"));
      case "call-returned" ->
          new CallReturned(
              stamp,
              fields.number("call"),
              CallJson.socket(fields, "socket"),
              CallJson.socket(fields, "created"),
              CallJson.socket(fields, "second"),
              fields.has("kept") && fields.truth("kept"),
              CallJson.result(fields, constants));
      case "capture-started" ->
          new CaptureStarted(
              stamp, name(fields, "method", CaptureMethod.class), fields.text("reason"));
      case "capture-ended" -> new CaptureEnded(stamp, fields.text("reason"));
      case "packet-seen" -> packetSeen(fields, stamp);
      case "socket-observed" -> ObservationJson.socketObserved(fields, stamp);
      case "syn-saved" -> ObservationJson.synSaved(fields, stamp);
      case "connection-observed" -> ObservationJson.connectionObserved(fields, stamp);
      case "connection-forgotten" -> ObservationJson.connectionForgotten(fields, stamp);
      case ForeignJson.SEEN -> ForeignJson.seen(fields, stamp);
      case ForeignJson.OBSERVED -> ForeignJson.observed(fields, stamp);
      case ForeignJson.ENDED -> new ForeignProgramEnded(stamp);
      case "note-written" -> new NoteWritten(stamp, fields.text("text"));
      case "step-checked" ->
          new StepChecked(
              stamp,
              fields.number("call"),
              fields.integer("line"),
              fields.text("expected"),
              fields.text("actual"),
              fields.truth("met"));
      case "step-failed" ->
          new StepFailed(
              stamp,
              fields.integer("line"),
              name(fields, "reason", StepFailed.Reason.class),
              fields.text("detail"),
              fields.integer("left"));
      default -> throw new JsonFormatException(Fault.UNKNOWN_KIND, kind);
    };
  }

  private static Event experimentStarted(JsonFields fields, Stamp stamp)
      throws JsonFormatException {
    String place = fields.textOrNull("place");
    String reason = fields.textOrNull("reason");
    try {
      return new ExperimentStarted(
          stamp,
          fields.text("title"),
          Instant.parse(fields.text("date")),
          fields.text("application"),
          fields.text("system"),
          place == null
              ? Place.SHARED
              : Place.of(place)
                  .orElseThrow(() -> new JsonFormatException(Fault.BAD_FIELD, "place")),
          reason == null ? "" : reason);
    } catch (DateTimeException e) {
      throw new JsonFormatException(Fault.BAD_FIELD, "date");
    }
  }

  private static Event packetSeen(JsonFields fields, Stamp stamp) throws JsonFormatException {
    return new PacketSeen(
        stamp, fields.text("device"), fields.integer("length"), hex(fields, "bytes"));
  }

  static Bytes hex(JsonFields fields, String field) throws JsonFormatException {
    try {
      return Bytes.ofHex(fields.text(field));
    } catch (IllegalArgumentException e) {
      throw new JsonFormatException(Fault.BAD_FIELD, field);
    }
  }

  static <E extends Enum<E>> E name(JsonFields fields, String field, Class<E> type)
      throws JsonFormatException {
    try {
      return Enum.valueOf(type, fields.text(field));
    } catch (IllegalArgumentException e) {
      throw new JsonFormatException(Fault.BAD_FIELD, field);
    }
  }
}
