package socketscope.layout;

import static socketscope.event.TcpState.CLOSED;

import java.util.ArrayList;
import java.util.List;
import socketscope.event.TcpState;
import socketscope.layout.Label.Anchor;
import socketscope.layout.StateFigure.Spot;
import socketscope.layout.StateFigure.StateArrow;
import socketscope.layout.StateFigure.StateBox;
import socketscope.layout.StateFigure.StateWord;
import socketscope.state.Edge;

/** Leads the arrows of the figure from box to box, and sets their words beside them. */
final class StateArrows {

  private static final double PAIR = 5;
  private static final double LEAD = 9.5;
  private static final double ABOVE = 3.5;
  private static final double BELOW = 9.5;
  private static final double BESIDE = 4;

  private final List<StateBox> boxes;
  private final double scale;
  private final double middle;

  StateArrows(List<StateBox> boxes, double scale, double middle) {
    this.boxes = boxes;
    this.scale = scale;
    this.middle = middle;
  }

  StateArrow arrow(Edge edge) {
    boolean end = edge == Edge.LAST_FIN_ACKNOWLEDGED || edge == Edge.WAITED_LONG_ENOUGH;
    Box from = box(edge.from(), false);
    Box to = box(edge.to(), end);
    return switch (edge) {
      case LISTEN_CALLED -> vertical(edge, at(from, 0.3), from.y(), to.bottom(), Anchor.END, 0.5);
      case LISTENER_CLOSED ->
          vertical(edge, at(from, 0.7), from.bottom(), to.y(), Anchor.START, 0.36);
      case SYNS_CROSSED -> vertical(edge, at(from, 0.42), from.y(), to.bottom(), Anchor.END, 0.68);
      case WAITED_LONG_ENOUGH ->
          vertical(edge, at(from, 0.6), from.bottom(), to.y(), Anchor.START, 0.66);
      case SYN_ARRIVED -> across(edge, from, to, -PAIR, true);
      case OPENING_RESET -> across(edge, from, to, PAIR, false);
      case CONNECT_CALLED -> across(edge, from, to, -PAIR, true);
      case ATTEMPT_CLOSED -> across(edge, from, to, PAIR, false);
      case CLOSED_WHILE_OPENING -> across(edge, from, to, 0, true);
      case FIN_ACKNOWLEDGED, OTHER_FIN_ARRIVED, CLOSED_SECOND, LAST_FIN_ACKNOWLEDGED ->
          astride(edge, from, to);
      case LISTENER_SENT -> stepped(edge, from, to);
      case SYN_ACKNOWLEDGED -> turnIn(edge, at(from, 0.72), from.bottom(), to, -PAIR, true);
      case SYN_ANSWERED -> turnIn(edge, at(from, 0.72), from.y(), to, PAIR, false);
      case FINS_CROSSED -> fork(edge, at(from, 0.72), from.bottom(), to);
      case CLOSED_FIRST -> turnOut(edge, from, at(to, 0.3), to.bottom(), -PAIR, true);
      case FIN_ARRIVED -> turnOut(edge, from, at(to, 0.3), to.y(), PAIR, false);
      case CROSSED_FIN_ACKNOWLEDGED -> turnOut(edge, from, at(to, 0.3), to.bottom(), 0, true);
    };
  }

  private Box box(TcpState state, boolean end) {
    return boxes.stream()
        .filter(box -> box.state() == state && (state != CLOSED || box.end() == end))
        .findFirst()
        .orElseThrow()
        .box();
  }

  private static double at(Box box, double part) {
    return box.x() + part * box.width();
  }

  private static double middleOf(Box box) {
    return box.y() + box.height() / 2;
  }

  /** Straight up or down, with its words beside it. */
  private StateArrow vertical(
      Edge edge, double x, double from, double to, Anchor anchor, double part) {
    double y = Math.min(from, to) + (1 - part) * Math.abs(to - from);
    double beside = x + (anchor == Anchor.START ? 1 : -1) * BESIDE * scale;
    return new StateArrow(
        edge, List.of(new Spot(x, from), new Spot(x, to)), stack(lines(edge), beside, y, anchor));
  }

  /** Straight to the side, with all its words above or below. */
  private StateArrow across(Edge edge, Box from, Box to, double shift, boolean above) {
    double y = middleOf(from) + shift * scale;
    boolean right = to.x() > from.x();
    double start = right ? from.right() : from.x();
    double end = right ? to.x() : to.right();
    boolean roomy = Math.abs(end - start) > 110 * scale;
    List<String> lines = roomy ? List.of(String.join(" / ", lines(edge))) : lines(edge);
    return new StateArrow(
        edge,
        List.of(new Spot(start, y), new Spot(end, y)),
        beside(lines, (start + end) / 2, y, above));
  }

  /** Straight to the right, with what makes it above and what it sends below. */
  private StateArrow astride(Edge edge, Box from, Box to) {
    double y = middleOf(from);
    double x = (from.right() + to.x()) / 2;
    List<StateWord> words = new ArrayList<>(beside(List.of(edge.trigger()), x, y, true));
    if (!edge.action().isEmpty()) {
      words.addAll(beside(List.of(edge.action()), x, y, false));
    }
    return new StateArrow(edge, List.of(new Spot(from.right(), y), new Spot(to.x(), y)), words);
  }

  /** Up or down out of a box, then to the right into another. */
  private StateArrow turnIn(Edge edge, double x, double from, Box to, double shift, boolean above) {
    double y = middleOf(to) + shift * scale;
    return new StateArrow(
        edge,
        List.of(new Spot(x, from), new Spot(x, y), new Spot(to.x(), y)),
        beside(lines(edge), (x + to.x()) / 2, y, above));
  }

  /** To the right out of a box, then up or down into another. */
  private StateArrow turnOut(
      Edge edge, Box from, double x, double to, double shift, boolean above) {
    double y = middleOf(from) + shift * scale;
    return new StateArrow(
        edge,
        List.of(new Spot(from.right(), y), new Spot(x, y), new Spot(x, to)),
        beside(lines(edge), (from.right() + x) / 2 - 2 * scale, y, above));
  }

  /** Down out of a box, then to the right, with words on both sides. */
  private StateArrow fork(Edge edge, double x, double from, Box to) {
    double y = middleOf(to);
    double center = (x + to.x()) / 2;
    List<StateWord> words = new ArrayList<>(beside(List.of(edge.trigger()), center, y, true));
    words.addAll(beside(List.of(edge.action()), center, y, false));
    return new StateArrow(
        edge, List.of(new Spot(x, from), new Spot(x, y), new Spot(to.x(), y)), words);
  }

  /** Down, to the right, and down again. */
  private StateArrow stepped(Edge edge, Box from, Box to) {
    double x = at(from, 0.9);
    double end = at(to, 0.14);
    double y = middle - 4 * scale;
    double center = to.x() - 17 * scale;
    return new StateArrow(
        edge,
        List.of(
            new Spot(x, from.bottom()), new Spot(x, y), new Spot(end, y), new Spot(end, to.y())),
        beside(lines(edge), center, y, false));
  }

  private static List<String> lines(Edge edge) {
    return edge.action().isEmpty()
        ? List.of(edge.trigger())
        : List.of(edge.trigger(), edge.action());
  }

  private List<StateWord> beside(List<String> lines, double x, double y, boolean above) {
    double first = above ? y - (ABOVE + (lines.size() - 1) * LEAD) * scale : y + BELOW * scale;
    return set(lines, x, first, Anchor.MIDDLE);
  }

  private List<StateWord> stack(List<String> lines, double x, double y, Anchor anchor) {
    double first = y + (3 - (lines.size() - 1) * LEAD / 2) * scale;
    return set(lines, x, first, anchor);
  }

  private List<StateWord> set(List<String> lines, double x, double first, Anchor anchor) {
    List<StateWord> words = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      words.add(new StateWord(lines.get(i), x, first + i * LEAD * scale, anchor));
    }
    return words;
  }
}
