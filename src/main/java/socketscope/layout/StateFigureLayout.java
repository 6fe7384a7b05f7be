package socketscope.layout;

import static socketscope.event.TcpState.CLOSED;
import static socketscope.event.TcpState.CLOSE_WAIT;
import static socketscope.event.TcpState.CLOSING;
import static socketscope.event.TcpState.ESTABLISHED;
import static socketscope.event.TcpState.FIN_WAIT1;
import static socketscope.event.TcpState.FIN_WAIT2;
import static socketscope.event.TcpState.LAST_ACK;
import static socketscope.event.TcpState.LISTEN;
import static socketscope.event.TcpState.SYN_RECV;
import static socketscope.event.TcpState.SYN_SENT;
import static socketscope.event.TcpState.TIME_WAIT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import socketscope.event.TcpState;
import socketscope.layout.StateFigure.StateArrow;
import socketscope.layout.StateFigure.StateBox;
import socketscope.state.Edge;

/**
 * Places the boxes of the states in six columns and three rows, so that no arrow crosses another:
 * who is asked and who closes first goes along the top, who asks and who closes second along the
 * bottom.
 */
final class StateFigureLayout {

  /** The least size at which all words can be read. */
  private static final double LEAST_WIDTH = 658;

  private static final double LEAST_HEIGHT = 150;
  private static final double LARGEST = 2.6;

  private static final double LEFT = 34;
  private static final double RIGHT = 6;
  private static final double TOP = 29;
  private static final double BOTTOM = 26;
  private static final double BOX = 22;
  private static final double CHARACTER = 6;
  private static final double MARGIN = 10;

  /** How wide the gaps between the columns are, in parts of the whole. */
  private static final List<Double> GAPS = List.of(62.0, 48.0, 36.0, 46.0, 50.0);

  /** The widest box of each column. */
  private static final List<TcpState> COLUMNS =
      List.of(CLOSED, SYN_RECV, ESTABLISHED, CLOSE_WAIT, FIN_WAIT2, TIME_WAIT);

  private static final Map<TcpState, Integer> COLUMN =
      Map.ofEntries(
          Map.entry(CLOSED, 0),
          Map.entry(LISTEN, 0),
          Map.entry(SYN_RECV, 1),
          Map.entry(SYN_SENT, 1),
          Map.entry(ESTABLISHED, 2),
          Map.entry(FIN_WAIT1, 3),
          Map.entry(CLOSE_WAIT, 3),
          Map.entry(FIN_WAIT2, 4),
          Map.entry(CLOSING, 4),
          Map.entry(LAST_ACK, 4),
          Map.entry(TIME_WAIT, 5));

  private final double width;
  private final double height;
  private final double scale;
  private final List<Double> centers = new ArrayList<>();
  private final List<StateBox> boxes = new ArrayList<>();

  StateFigureLayout(double width, double height) {
    this.width = Math.max(width, LEAST_WIDTH);
    this.height = Math.max(height, LEAST_HEIGHT);
    scale = Math.clamp(Math.min(width / LEAST_WIDTH, height / LEAST_HEIGHT), 1, LARGEST);
    columns();
    for (TcpState state : TcpState.values()) {
      boxes.add(box(state, false, COLUMN.get(state), y(state)));
    }
    boxes.add(box(CLOSED, true, 5, bottom()));
  }

  private void columns() {
    double wide = COLUMNS.stream().mapToDouble(this::boxWidth).sum();
    double gaps = GAPS.stream().mapToDouble(gap -> gap).sum();
    double part = (width - scale * (LEFT + RIGHT) - wide) / gaps;
    double x = scale * LEFT;
    for (int i = 0; i < COLUMNS.size(); i++) {
      double half = boxWidth(COLUMNS.get(i)) / 2;
      centers.add(x + half);
      x += 2 * half + (i < GAPS.size() ? GAPS.get(i) * part : 0);
    }
  }

  private double boxWidth(TcpState state) {
    return scale * (state.name().length() * CHARACTER + MARGIN);
  }

  private double top() {
    return scale * TOP;
  }

  private double bottom() {
    return height - scale * BOTTOM;
  }

  private double middle() {
    return (top() + bottom()) / 2;
  }

  private double y(TcpState state) {
    return switch (state) {
      case LISTEN, SYN_RECV, FIN_WAIT1, FIN_WAIT2, TIME_WAIT -> top();
      case ESTABLISHED, CLOSING -> middle();
      case CLOSED, SYN_SENT, CLOSE_WAIT, LAST_ACK -> bottom();
    };
  }

  private StateBox box(TcpState state, boolean end, int column, double y) {
    double wide = boxWidth(state);
    double high = scale * BOX;
    return new StateBox(
        state, end, new Box(centers.get(column) - wide / 2, y - high / 2, wide, high));
  }

  StateFigure figure() {
    StateArrows arrows = new StateArrows(boxes, scale, middle());
    List<StateArrow> drawn = new ArrayList<>();
    for (Edge edge : Edge.values()) {
      drawn.add(arrows.arrow(edge));
    }
    return new StateFigure(width, height, scale, boxes, drawn);
  }
}
