package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import socketscope.diagram.CallRow;
import socketscope.diagram.Diagram;
import socketscope.diagram.DiagramBuilder;
import socketscope.diagram.PacketRow;
import socketscope.diagram.Row;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.ProgramEnded;
import socketscope.event.Signal;
import socketscope.event.SignalSent;
import socketscope.packet.TcpFlag;
import socketscope.packet.TcpFlags;
import socketscope.packet.TcpLayer;
import socketscope.socket.SocketModel;
import socketscope.ui.model.Moments;

/**
 * At no moment of an experiment whose packets were captured has a call its answer, or a program its
 * end, before what caused it is seen: the segment that brought it about, or the signal.
 */
final class CausesBeforeEffects {

  private final List<Event> events;
  private final DiagramBuilder diagrams = new DiagramBuilder();
  private final SocketModel model;
  private final List<String> wrong = new ArrayList<>();

  private CausesBeforeEffects(List<Event> events) {
    this.events = events;
    this.model = SocketModel.of(events);
  }

  /** Fails where something is seen before its cause. */
  static void hold(List<Event> events) {
    CausesBeforeEffects check = new CausesBeforeEffects(events);
    check.everyMoment();
    assertThat(check.wrong).isEmpty();
  }

  private void everyMoment() {
    Moments moments = Moments.of(events);
    int folded = 0;
    for (int moment = 0; moment <= moments.last(); moment++) {
      for (; folded < moments.events(moment); folded++) {
        diagrams.add(events.get(folded));
        ends(events.get(folded), folded);
      }
      Diagram diagram = diagrams.build();
      if (!diagram.rows().isEmpty()) {
        answered(moment, diagram.rows());
      }
    }
  }

  /** The last row, where it is the answer of a call that a segment decides. */
  private void answered(int moment, List<Row> rows) {
    if (!(rows.getLast() instanceof CallRow row) || row.result() == null || row.call() == null) {
      return;
    }
    boolean tcp =
        model.socket(row.program(), row.call().descriptor().orElse(-1)).stream()
            .anyMatch(socket -> socket.kind().tcp() && socket.kind().internet());
    Function function = row.call().function();
    boolean told =
        !tcp
            || (function == Function.CONNECT && row.result().value() == 0
                ? came(rows, row.program(), flags -> flags.has(TcpFlag.SYN))
                : function == Function.CONNECT && row.result().toString().contains("ECONNREFUSED")
                    ? came(rows, row.program(), flags -> flags.has(TcpFlag.RST))
                    : !Set.of(Function.ACCEPT, Function.ACCEPT4).contains(function)
                        || row.result().failed()
                        || came(rows, row.program(), flags -> flags.has(TcpFlag.SYN)));
    if (!told) {
      wrong.add(moment + ": " + row.program() + " " + row.label());
    }
  }

  /** Who is killed is sent the signal before anything comes of it. */
  private void ends(Event event, int place) {
    if (event instanceof ProgramEnded ended
        && ended.signal() != 0
        && events.subList(0, place).stream()
            .noneMatch(other ->
                other instanceof SignalSent sent
                    && sent.program().equals(ended.program())
                    && Set.of(Signal.SIGKILL, Signal.SIGTERM).contains(sent.signal()))) {
      wrong.add(ended.program() + " ended by signal " + ended.signal() + ", which nobody sent");
    }
    if (event instanceof SignalSent sent) {
      long farewells =
          diagrams.build().rows().stream()
              .filter(row -> row.nanos() > sent.stamp().nanos())
              .filter(row -> row instanceof PacketRow && row.program().equals(sent.program()))
              .count();
      if (farewells > 0) {
        wrong.add(sent.program() + " ends its connections before the signal");
      }
    }
  }

  private static boolean came(List<Row> rows, String program, Predicate<TcpFlags> flags) {
    return rows.stream()
        .filter(row -> row instanceof PacketRow packet && packet.receiver().equals(program))
        .map(row -> ((PacketRow) row).reading().packet().layer(TcpLayer.class))
        .anyMatch(segment -> segment.isPresent() && flags.test(segment.get().flags()));
  }
}
