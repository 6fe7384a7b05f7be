package socketscope.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import socketscope.diagram.Band;
import socketscope.diagram.CallRow;
import socketscope.diagram.Diagram;
import socketscope.diagram.InferredRow;
import socketscope.diagram.Look;
import socketscope.diagram.NoteRow;
import socketscope.diagram.PacketRow;
import socketscope.diagram.Row;
import socketscope.event.CallBlocked;
import socketscope.event.ProgramEnded;
import socketscope.event.Role;

/** The calls of one experiment, in the order of their beginnings. */
final class CallSequence {

  private final Diagram diagram;
  private final Map<Long, Integer> returns = new HashMap<>();
  private final Map<Integer, List<String>> states = new HashMap<>();

  private CallSequence(Diagram diagram) {
    this.diagram = diagram;
    for (int i = 0; i < diagram.rows().size(); i++) {
      if (diagram.rows().get(i) instanceof CallRow call && call.phase() == CallRow.Phase.RETURN) {
        returns.put(call.callId(), i);
      }
    }
    for (Band band : diagram.bands()) {
      if (band.state() != null) {
        states
            .computeIfAbsent(band.from(), _ -> new ArrayList<>())
            .add(Role.of(band.program()).name() + " " + band.state());
      }
    }
  }

  static List<ComparedCall> of(Diagram diagram) {
    return new CallSequence(diagram).calls();
  }

  private List<ComparedCall> calls() {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < diagram.rows().size(); i++) {
      if (begins(diagram.rows().get(i))) {
        starts.add(i);
      }
    }
    List<ComparedCall> calls = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int to = i + 1 < starts.size() ? starts.get(i + 1) : diagram.rows().size();
      calls.add(call((CallRow) diagram.rows().get(starts.get(i)), starts.get(i), to));
    }
    return calls;
  }

  private static boolean begins(Row row) {
    return row instanceof CallRow call
        && call.phase() != CallRow.Phase.RETURN
        && call.call() != null;
  }

  @SuppressWarnings("NullAway") // a row that begins a call has one
  private ComparedCall call(CallRow row, int from, int to) {
    int returned = returns.getOrDefault(row.callId(), Alignment.NONE);
    CallRow answer = returned < 0 ? row : (CallRow) diagram.rows().get(returned);
    List<SentPacket> packets = new ArrayList<>();
    Set<String> begun = new LinkedHashSet<>();
    for (int i = from; i < to && !endsAll(i, Math.max(from, returned), to); i++) {
      begun.addAll(states.getOrDefault(i, List.of()));
      if (diagram.rows().get(i) instanceof PacketRow packet) {
        packets.add(SentPacket.of(packet));
      } else if (diagram.rows().get(i) instanceof InferredRow packet) {
        packets.add(SentPacket.of(packet));
      }
    }
    return new ComparedCall(
        CallKey.of(row.program(), row.call()),
        row.call(),
        answer.result(),
        row.events().stream().anyMatch(CallBlocked.class::isInstance),
        from,
        to,
        returned,
        packets,
        List.copyOf(begun));
  }

  /**
   * Whether what comes from that row on is the end of the programs, not the effect of a call: after
   * the return of the very last one the kernel says goodbye for who has not.
   */
  private boolean endsAll(int row, int returned, int to) {
    Look look = diagram.rows().get(row).look();
    boolean last = to == diagram.rows().size();
    return diagram.rows().get(row) instanceof NoteRow note && note.event() instanceof ProgramEnded
        || last && row > returned && (look == Look.FIN || look == Look.RST);
  }
}
