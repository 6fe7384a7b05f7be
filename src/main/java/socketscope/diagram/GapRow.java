package socketscope.diagram;

import java.util.List;
import socketscope.event.Event;

/**
 * Nothing, where another diagram beside this one has a row. It stands for the events of that row,
 * so that who picks out one of them finds the place on both sides.
 *
 * @param opposite the row of the other diagram
 */
public record GapRow(Row opposite) implements Row {

  @Override
  public List<Event> events() {
    return opposite.events();
  }

  @Override
  public Event event() {
    return opposite.event();
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
