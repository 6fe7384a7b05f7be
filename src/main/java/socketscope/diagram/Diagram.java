package socketscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import socketscope.event.CallBlocked;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Origin;

/**
 * A sequence diagram. Rows are counted from 0; spans name rows by that count.
 *
 * @param origin the {@link Origin} of the shown times, on the clock of the stamps; empty before it
 * @param participants from left to right
 * @param rows from top to bottom
 * @param activations calls that take more than one row, along the programs' lines
 * @param stops times that programs are stopped, along the programs' lines
 * @param bands states, along the kernels' lines
 * @param waitings filled queues, along the kernels' lines
 * @param annotations what somebody noted about rows
 */
public record Diagram(
    OptionalLong origin,
    List<Participant> participants,
    List<Row> rows,
    List<Activation> activations,
    List<Stop> stops,
    List<Band> bands,
    List<QueueSpan> waitings,
    List<Annotation> annotations) {

  /** Nothing has happened. */
  public static final Diagram EMPTY =
      new Diagram(
          OptionalLong.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  public Diagram {
    participants = List.copyOf(participants);
    rows = List.copyOf(rows);
    activations = SpanList.copyOf(activations);
    stops = SpanList.copyOf(stops);
    bands = SpanList.copyOf(bands);
    waitings = SpanList.copyOf(waitings);
    annotations = List.copyOf(annotations);
  }

  /** The diagram of these events, which are in the order of time. */
  public static Diagram of(List<? extends Event> events) {
    return new DiagramBuilder().addAll(events).build();
  }

  /**
   * This diagram with the rows that come next on their way: nothing that they bring about is to be
   * seen, no state, no queue and no answer.
   *
   * @param next the diagram of the same events and of those that come next
   */
  public Diagram arriving(Diagram next) {
    return arriving(next, Integer.MAX_VALUE);
  }

  /**
   * The same, with no more rows than so many of those that come next.
   *
   * @param count how many rows there are at most, with those of this diagram
   */
  public Diagram arriving(Diagram next, int count) {
    List<Row> coming = new ArrayList<>(rows);
    for (int i = rows.size(); i < Math.min(count, next.rows.size()); i++) {
      coming.add(next.rows.get(i) instanceof CallRow call ? call.underWay() : next.rows.get(i));
    }
    return new Diagram(
        next.origin, next.participants, coming, activations, stops, bands, waitings, annotations);
  }

  /**
   * This diagram with the lifelines and the origin of a later one of the same experiment: also of
   * those who do not take part yet.
   */
  public Diagram among(Diagram later) {
    return new Diagram(
        later.origin,
        later.participants.stream().map(this::soFar).toList(),
        rows,
        activations,
        stops,
        bands,
        waitings,
        annotations);
  }

  private Participant soFar(Participant later) {
    return later.endedIn(
        participants.stream()
            .filter(known -> known.program().equals(later.program()))
            .mapToInt(Participant::ended)
            .findFirst()
            .orElse(Span.OPEN));
  }

  /**
   * The same diagram with gaps in it, so that it can stand beside another one.
   *
   * @param spaced its own rows, all of them and in their order, and gaps between them
   */
  public Diagram withGaps(List<Row> spaced) {
    RowReplacement replacement = new RowReplacement(rows.size());
    int own = 0;
    for (Row row : spaced) {
      if (row instanceof GapRow) {
        replacement.insert(row);
      } else {
        replacement.keep(own++, row);
      }
    }
    return replacement.over(this);
  }

  /** The row that stands for an event; -1 where no row does. */
  public int rowOf(Event event) {
    boolean mayBeFarUp = event instanceof CallBlocked || event instanceof CallReturned;
    for (int i = lastBegunBy(event.stamp().nanos()); i >= 0; i--) {
      Row row = rows.get(i);
      if (row.events().contains(event)) {
        return i;
      }
      if (!mayBeFarUp && row.nanos() < event.stamp().nanos()) {
        return -1;
      }
    }
    return -1;
  }

  /** The last row whose first event had happened at that moment: rows are in the order of those. */
  private int lastBegunBy(long nanos) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.get(middle).nanos() > nanos) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - 1;
  }

  /** The calls that are there in one of the rows from {@code first} to {@code last}. */
  public List<Activation> activations(int first, int last) {
    return SpanList.copyOf(activations).meeting(first, last);
  }

  /** The stops that are there in one of the rows from {@code first} to {@code last}. */
  public List<Stop> stops(int first, int last) {
    return SpanList.copyOf(stops).meeting(first, last);
  }

  /** The states that are there in one of the rows from {@code first} to {@code last}. */
  public List<Band> bands(int first, int last) {
    return SpanList.copyOf(bands).meeting(first, last);
  }

  /** The filled queues that are there in one of the rows from {@code first} to {@code last}. */
  public List<QueueSpan> waitings(int first, int last) {
    return SpanList.copyOf(waitings).meeting(first, last);
  }

  /** The states that begin in a row from {@code first} up to, but not with, {@code end}. */
  public List<Band> bandsBegun(int first, int end) {
    return SpanList.copyOf(bands).beginning(first, end);
  }

  /** The filled queues that begin in a row from {@code first} up to, but not with, {@code end}. */
  public List<QueueSpan> waitingsBegun(int first, int end) {
    return SpanList.copyOf(waitings).beginning(first, end);
  }

  /** How many lanes the states of a program take, in all rows together. */
  public int bandLanes(String program) {
    return SpanList.copyOf(bands).lanes(program);
  }
}
