package socketscope.diagram;

import java.util.List;
import socketscope.event.Event;

/**
 * Rows that came again, in place of them all.
 *
 * @param rows those that it stands for
 * @param period how many rows come again and again
 */
public record RepeatRow(List<Row> rows, int period) implements Row {

  public RepeatRow {
    rows = List.copyOf(rows);
  }

  /** How often they came again. */
  public int times() {
    return rows.size() / period;
  }

  @Override
  public long nanos() {
    return rows.getFirst().nanos();
  }

  /** From the first of them to the last, in nanoseconds. */
  public long lasted() {
    return rows.getLast().nanos() - nanos();
  }

  @Override
  public List<Event> events() {
    return rows.stream().flatMap(row -> row.events().stream()).toList();
  }

  @Override
  public Event event() {
    return rows.getLast().event();
  }

  @Override
  public String program() {
    return "";
  }

  @Override
  public Look look() {
    return Look.NOTE;
  }
}
