package socketscope.ui.diagram;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import socketscope.layout.Metrics;
import socketscope.layout.Picture;
import socketscope.layout.RowShape;

/** What scrolls: the ground with the lifelines, the selection, and the rows in sight. */
final class DiagramBody extends Pane {

  private final Fonts fonts;
  private final Ground ground = new Ground();
  private final Region selection = new Region();
  private final Pane rows = new Pane();
  private final Map<Integer, RowNode> nodes = new HashMap<>();
  private boolean tips = true;
  private LongFunction<String> counted = Long::toString;

  DiagramBody(Fonts fonts) {
    this.fonts = fonts;
    getStyleClass().add("diagram-body");
    selection.getStyleClass().add("diagram-selection");
    selection.setManaged(false);
    selection.setMouseTransparent(true);
    rows.setManaged(false);
    rows.setPickOnBounds(false);
    getChildren().addAll(ground, selection, rows);
  }

  /** Whether rows drawn from now on have tooltips. */
  void setTips(boolean wanted) {
    tips = wanted;
  }

  /** How many bytes there are is said in those words, in rows drawn from now on. */
  void setCounted(LongFunction<String> words) {
    counted = words;
  }

  /** Shows that picture, whose rows are those in sight. */
  void draw(Picture picture, Function<RowShape, String> sentence, boolean fresh) {
    setPrefWidth(picture.width());
    setMinWidth(picture.width());
    ground.draw(picture, fonts, fresh);
    if (fresh) {
      nodes.clear();
    }
    Map<Integer, RowNode> before = new HashMap<>(nodes);
    nodes.clear();
    for (RowShape shape : picture.rows()) {
      RowNode known = before.get(shape.index());
      nodes.put(
          shape.index(),
          known != null && known.shape().equals(shape)
              ? known
              : node(shape, sentence.apply(shape), picture.metrics().scale()));
    }
    rows.getChildren().removeIf(node -> !nodes.containsValue(node));
    for (RowNode node : nodes.values()) {
      if (node.getParent() == null) {
        rows.getChildren().add(node);
        // Drawn in the middle of a layout, the node would be without colours for one frame.
        node.applyCss();
      }
    }
  }

  private RowNode node(RowShape shape, String sentence, double scale) {
    RowNode node = new RowNode(shape, sentence, counted, fonts, scale);
    if (tips) {
      node.tip(sentence);
    }
    return node;
  }

  /** Shows a row in part: so much of its way out, and of the answer's way back. */
  void grow(int row, double out, double back) {
    RowNode node = nodes.get(row);
    if (node != null) {
      node.grow(out, back);
    }
  }

  /** A window that has been closed has no colours any more. */
  boolean closed() {
    return getScene() != null
        && getScene().getWindow() != null
        && !getScene().getWindow().isShowing();
  }

  /** Marks a row; none where it is negative. */
  void select(int row, Metrics metrics) {
    selection.setVisible(row >= 0);
    double margin = metrics.pad() / 2;
    selection.resizeRelocate(
        margin,
        metrics.top() + row * metrics.row() + 1,
        Math.max(0, getPrefWidth() - 2 * margin),
        metrics.row());
  }

  /** The nodes of the rows in sight. */
  Map<Integer, RowNode> rowNodes() {
    return Map.copyOf(nodes);
  }
}
