package socketscope.layout;

import java.util.List;
import java.util.Optional;
import socketscope.event.TcpState;
import socketscope.state.Edge;

/**
 * The figure of RFC 9293, section 3.3.2, with everything in its place: the RFC draws it from top to
 * bottom, here it runs from left to right. {@link StateFigureLayout} makes it.
 *
 * @param scale how much larger than at its least size everything is drawn
 */
public record StateFigure(
    double width, double height, double scale, List<StateBox> boxes, List<StateArrow> arrows) {

  /** Keeps copies. */
  public StateFigure {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }

  /** The figure for a place of that size. */
  public static StateFigure of(double width, double height) {
    return new StateFigureLayout(width, height).figure();
  }

  /** The box of a state; of the two of CLOSED, the one at the end or the one at the beginning. */
  public StateBox box(TcpState state, boolean end) {
    return boxes.stream()
        .filter(box -> box.state() == state && (state != TcpState.CLOSED || box.end() == end))
        .findFirst()
        .orElseThrow();
  }

  /** The arrow of an edge. */
  public Optional<StateArrow> arrow(Edge edge) {
    return arrows.stream().filter(arrow -> arrow.edge() == edge).findFirst();
  }
}
