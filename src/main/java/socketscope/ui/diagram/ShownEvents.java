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

  /** The diagram with what is on its way, before the filter. */
  private Diagram arriving = Diagram.EMPTY;

  /** How many rows have arrived, of those that the filter leaves. */
  private int arrived;

  private Filter filter = Filter.NONE;

  /** Shows these events instead; gives whether they are of the same experiment as those before. */
  boolean show(List<Event> next, Diagram nextWhole) {
    boolean same =
        !events.isEmpty() && !next.isEmpty() && events.getFirst().equals(next.getFirst());
    events = next;
    whole = nextWhole;
    filter(filter);
    return same;
  }

  /** Shows rows that are on their way, too. */
  @SuppressWarnings("ReferenceEquality") // asked in each frame: equality looks at every row
  void move(List<Event> coming, Diagram next) {
    if (next != arriving) {
      arriving = next;
      diagram = filter.over(next, coming);
    }
  }

  /** Whether a row of those that are left is still on its way. */
  boolean moving() {
    return diagram.rows().size() > arrived;
  }

  /** Shows of the same events what that filter leaves. */
  void filter(Filter wanted) {
    filter = wanted;
    arriving = whole;
    diagram = filter.over(whole, events);
    arrived = diagram.rows().size();
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
