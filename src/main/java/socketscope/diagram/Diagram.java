package socketscope.diagram;

import java.util.List;
import socketscope.event.Event;

/**
 * A sequence diagram. Rows are counted from 0; spans name rows by that count.
 *
 * @param origin the zero of the shown time, on the clock of the stamps: the first call, or the
 *     first event where no call was made. (Programs take long to start, and nobody wants to read
 *     that in every row.)
 * @param participants from left to right
 * @param rows from top to bottom
 * @param activations calls that take more than one row, along the programs' lines
 * @param stops times that programs are stopped, along the programs' lines
 * @param bands states, along the kernels' lines
 * @param waitings filled queues, along the kernels' lines
 * @param annotations what somebody noted about rows
 */
public record Diagram(
    long origin,
    List<Participant> participants,
    List<Row> rows,
    List<Activation> activations,
    List<Stop> stops,
    List<Band> bands,
    List<Waiting> waitings,
    List<Annotation> annotations) {

  /** Nothing has happened. */
  public static final Diagram EMPTY =
      new Diagram(0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Diagram {
    participants = List.copyOf(participants);
    rows = List.copyOf(rows);
    activations = List.copyOf(activations);
    stops = List.copyOf(stops);
    bands = List.copyOf(bands);
    waitings = List.copyOf(waitings);
    annotations = List.copyOf(annotations);
  }

  /** The diagram of these events, which are in the order of time. */
  public static Diagram of(List<? extends Event> events) {
    return new DiagramBuilder().addAll(events).build();
  }

  /** The row that stands for an event; -1 where no row does. */
  public int rowOf(Event event) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (rows.get(i).events().contains(event)) {
        return i;
      }
    }
    return -1;
  }
}
