package socketscope.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import socketscope.diagram.Diagram;
import socketscope.diagram.PacketRow;
import socketscope.event.CallBlocked;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.ForeignEvent;
import socketscope.event.NoteWritten;
import socketscope.event.PacketSeen;
import socketscope.event.ProgramEnded;
import socketscope.event.Result;
import socketscope.explain.CallText;
import socketscope.text.Texts;

/**
 * Says of a packet which call sent it, and which others were under way. It is fed the events in the
 * order of time, and asked of the packet that was fed last.
 */
final class PacketComments {

  private final Texts texts;
  private final Map<PacketSeen, PacketRow> rows = new HashMap<>();
  private final Map<Long, Result> results = new HashMap<>();
  private final Map<Long, CallStarted> underWay = new LinkedHashMap<>();
  private final Set<String> foreign = new HashSet<>();
  private final Set<Long> blocked = new HashSet<>();
  private final SendingCall sending;
  private final List<NoteWritten> notes;

  /**
   * @param events all of them: what a call will have returned is told with its packets
   */
  PacketComments(List<? extends Event> events, Texts texts) {
    this.texts = texts;
    this.sending = new SendingCall(events);
    this.notes =
        events.stream().filter(NoteWritten.class::isInstance).map(NoteWritten.class::cast).toList();
    Diagram.of(events).rows().stream()
        .filter(PacketRow.class::isInstance)
        .map(PacketRow.class::cast)
        .forEach(row -> rows.put(row.event(), row));
    for (Event event : events) {
      if (event instanceof CallReturned returned) {
        results.put(returned.callId(), returned.result());
      }
    }
  }

  void add(Event event) {
    switch (event) {
      case ForeignEvent known -> foreign.add(known.program());
      case CallStarted started -> underWay.put(started.callId(), started);
      case CallBlocked waiting -> blocked.add(waiting.callId());
      case CallReturned returned -> underWay.remove(returned.callId());
      case ProgramEnded ended ->
          underWay.values().removeIf(call -> call.program().equals(ended.program()));
      default -> {}
    }
  }

  /** The comments of the packet that was added last; none where it is not known whose it is. */
  List<String> of(PacketSeen packet) {
    PacketRow row = rows.get(packet);
    if (row == null) {
      return List.of();
    }
    List<String> comments = new ArrayList<>();
    NoteWritten.about(notes, packet).ifPresent(comments::add);
    comments.add(texts.get("packet.direction", row.program(), row.receiver()));
    CallStarted sender = sending.of(row, underWay.values());
    comments.add(
        sender == null
            ? texts.get(
                foreign.contains(row.program()) ? "packet.foreign" : "packet.kernel", row.program())
            : texts.get("packet.sent", row.program(), text(sender)));
    for (CallStarted call : underWay.values()) {
      if (!call.equals(sender)) {
        comments.add(meanwhile(call));
      }
    }
    return comments;
  }

  private String meanwhile(CallStarted call) {
    String key = blocked.contains(call.callId()) ? "packet.blocked" : "packet.meanwhile";
    return texts.get(key, call.program(), text(call));
  }

  private String text(CallStarted call) {
    return CallText.of(call.call(), results.get(call.callId()));
  }
}
