package socketscope.layout;

import java.util.List;
import java.util.Optional;
import socketscope.event.TcpState;
import socketscope.layout.Label.Anchor;
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

  /**
   * A state in the figure.
   *
   * @param end whether it is the CLOSED at the end; the RFC draws it twice, too
   */
  public record StateBox(TcpState state, boolean end, Box box) {}

  /**
   * An arrow in the figure of the states.
   *
   * @param spots its bends, from its beginning to its head
   * @param words what makes a socket go this way, and what it sends
   */
  public record StateArrow(Edge edge, List<Spot> spots, List<StateWord> words) {

    /** Keeps copies. */
    public StateArrow {
      spots = List.copyOf(spots);
      words = List.copyOf(words);
    }
  }

  /**
   * A word at an arrow of the figure.
   *
   * @param x where it starts, ends or has its middle, as its anchor says
   * @param y its baseline
   */
  public record StateWord(String text, double x, double y, Anchor anchor) {}

  /** A place in a picture. */
  public record Spot(double x, double y) {}
}
