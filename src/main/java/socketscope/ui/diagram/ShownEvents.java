package socketscope.ui.diagram;

import java.util.List;
import socketscope.diagram.Diagram;
import socketscope.diagram.DiagramBuilder;
import socketscope.diagram.Filter;
import socketscope.diagram.RepeatRow;
import socketscope.event.Event;

/** Keeps the diagram of the shown events, and folds only the new ones where it can. */
final class ShownEvents {

  private List<Event> events = List.of();
  private DiagramBuilder builder = new DiagramBuilder();
  private Diagram whole = Diagram.EMPTY;
  private Diagram diagram = Diagram.EMPTY;
  private Filter filter = Filter.NONE;

  /** Shows these events instead; gives whether they are of the same experiment as those before. */
  boolean show(List<Event> next) {
    boolean same =
        !events.isEmpty() && !next.isEmpty() && events.getFirst().equals(next.getFirst());
    if (!continues(next)) {
      builder = new DiagramBuilder();
      events = List.of();
    }
    builder.addAll(next.subList(events.size(), next.size()));
    events = List.copyOf(next);
    whole = builder.build();
    diagram = filter.over(whole, events);
    return same;
  }

  /** The same, in a diagram of them that somebody has made; no filter is applied to it. */
  boolean show(List<Event> next, Diagram made) {
    boolean same =
        !events.isEmpty() && !next.isEmpty() && events.getFirst().equals(next.getFirst());
    builder = new DiagramBuilder();
    events = List.copyOf(next);
    whole = made;
    diagram = made;
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

  @SuppressWarnings("ReferenceEquality") // the very same events come again, and there are many
  private boolean continues(List<Event> next) {
    if (next.size() < events.size()) {
      return false;
    }
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) != next.get(i)) {
        return false;
      }
    }
    return true;
  }

  Diagram diagram() {
    return diagram;
  }
}
