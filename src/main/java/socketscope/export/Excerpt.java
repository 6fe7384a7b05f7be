package socketscope.export;

import java.util.List;
import socketscope.diagram.Diagram;
import socketscope.event.Event;
import socketscope.layout.LayoutOptions;

/**
 * What is exported of an experiment: all of it, or its beginning. Pictures of several moments of
 * one experiment lie on each other, for each keeps the room of the whole.
 *
 * @param events those that have happened, in the order of time
 * @param diagram of these events, with the lifelines of all who will take part
 * @param whole the diagram of the whole experiment
 */
public record Excerpt(List<Event> events, Diagram diagram, Diagram whole) {

  public Excerpt {
    events = List.copyOf(events);
  }

  /** The whole experiment. */
  public static Excerpt of(List<? extends Event> events) {
    Diagram whole = Diagram.of(events);
    return new Excerpt(List.copyOf(events), whole, whole);
  }

  /**
   * The experiment up to a row of its diagram, with all that happened before the next row.
   *
   * @param rows how many rows are shown, from 0 (nothing has happened yet) to {@link #rows()} of
   *     the whole
   * @throws IndexOutOfBoundsException where there are not so many
   */
  public static Excerpt until(List<? extends Event> events, int rows) {
    Diagram whole = Diagram.of(events);
    if (rows == whole.rows().size()) {
      return new Excerpt(List.copyOf(events), whole, whole);
    }
    int end = events.indexOf(whole.rows().get(rows).events().getFirst());
    List<Event> shown = List.copyOf(events.subList(0, end));
    return new Excerpt(shown, Diagram.of(shown).among(whole), whole);
  }

  /** How many rows the diagram of the whole experiment has. */
  public int rows() {
    return whole.rows().size();
  }

  /** These options for the diagram, with the room that the whole one takes. */
  public LayoutOptions in(LayoutOptions options) {
    boolean cut = diagram.rows().size() < whole.rows().size();
    return cut ? options.keepingRoomFor(whole) : options;
  }
}
