package socketscope.ui.model;

import java.util.List;
import socketscope.diagram.Diagram;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.Event;

/** What is on its way from the moment that is shown to the next one. */
public final class Motion {

  /** Where a call that returns at once has reached the kernel. */
  private static final double TURN = 0.6;

  private final List<Event> events;
  private final Diagram diagram;
  private final boolean returns;
  private final double part;

  private Motion(List<Event> events, Diagram diagram, boolean returns, double part) {
    this.events = events;
    this.diagram = diagram;
    this.returns = returns;
    this.part = part;
  }

  /** The way from that moment on. */
  static Motion from(FoldedEvents folded, int moment, double part) {
    int shown = folded.moments().events(moment);
    int happening = shown + 1;
    List<Event> all = folded.all();
    boolean returns =
        all.get(shown) instanceof CallStarted start
            && returns(start, all.subList(happening, folded.moments().events(moment + 1)));
    Diagram before = folded.folds().diagram(shown);
    int told = returns ? folded.moments().events(moment + 1) : happening;
    Diagram diagram = before.arriving(folded.folds().diagram(told));
    return new Motion(all.subList(0, told), diagram, returns, part);
  }

  private static boolean returns(CallStarted start, List<Event> after) {
    return after.stream()
        .anyMatch(
            event -> event instanceof CallReturned returned && returned.callId() == start.callId());
  }

  Motion at(double otherPart) {
    return new Motion(events, diagram, returns, otherPart);
  }

  /** The events that are shown, and those of the next moment that its rows are about. */
  public List<Event> events() {
    return events;
  }

  /** Their rows, of which the last are on their way and have brought nothing about. */
  public Diagram diagram() {
    return diagram;
  }

  /** How much of the way there is made, from 0 to 1. */
  public double out() {
    return returns ? Math.min(1, part / TURN) : part;
  }

  /** How much of the way back is made, from 0 to 1. */
  public double back() {
    return returns ? Math.max(0, (part - TURN) / (1 - TURN)) : 0;
  }
}
