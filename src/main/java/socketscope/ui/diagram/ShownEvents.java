package socketscope.ui.diagram;

import java.util.List;
import socketscope.diagram.Diagram;
import socketscope.diagram.Filter;
import socketscope.diagram.RepeatRow;
import socketscope.event.Event;

/** Keeps the diagram of the shown events, and what the filter leaves of it. */
final class ShownEvents {

  private List<Event> events = List.of();
  private Diagram whole = Diagram.EMPTY;
  private Diagram diagram = Diagram.EMPTY;
  private Filter filter = Filter.NONE;

  /** Shows these events instead; gives whether they are of the same experiment as those before. */
  boolean show(List<Event> next, Diagram nextWhole) {
    boolean same =
        !events.isEmpty() && !next.isEmpty() && events.getFirst().equals(next.getFirst());
    events = next;
    whole = nextWhole;
    diagram = filter.over(whole, events);
    return same;
  }

  /** Shows of the same events what that filter leaves. */
  void filter(Filter wanted) {
    filter = wanted;
    diagram = filter.over(whole, events);
  }

  /** How many rows the filter hides. */
  int hidden() {
    return whole.rows().size()
        - diagram.rows().stream().mapToInt(row -> row instanceof RepeatRow ? 0 : 1).sum();
  }

  Diagram diagram() {
    return diagram;
  }
}
