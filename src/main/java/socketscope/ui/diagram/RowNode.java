package socketscope.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import socketscope.layout.RowShape;
import socketscope.layout.Sketch;

/** One row in sight. */
final class RowNode extends Pane {

  private static final Duration TOOLTIP_DELAY = Duration.millis(500);

  private final RowShape shape;
  private boolean tipped;

  /**
   * @param sentence the row in words, for screen readers
   */
  RowNode(RowShape shape, String sentence, Fonts fonts, double scale) {
    this.shape = shape;
    getStyleClass().add("diagram-row");
    setManaged(false);
    resizeRelocate(0, shape.box().y(), shape.box().width(), shape.box().height());
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    setAccessibleText(sentence);
    List<Node> nodes = new ArrayList<>();
    Sketch.row(shape, new NodePen(nodes, fonts, scale));
    for (Node node : nodes) {
      node.setTranslateY(-shape.box().y());
      node.setMouseTransparent(true);
    }
    getChildren().setAll(nodes);
  }

  /** Says the row in words to whom points at it. */
  void tip(String sentence) {
    addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> installTooltip(sentence));
  }

  /** A tooltip is a window: one for each row that scrolls by would take longer than to draw it. */
  private void installTooltip(String sentence) {
    if (!tipped) {
      tipped = true;
      Tooltip tooltip = new Tooltip(sentence);
      tooltip.setShowDelay(TOOLTIP_DELAY);
      Tooltip.install(this, tooltip);
    }
  }

  RowShape shape() {
    return shape;
  }

  /** Shows the row as far as it has come, from 0 to 1: arrows grow, all else fades in. */
  void grow(double part) {
    for (Node node : getChildren()) {
      if (node instanceof ArrowNode arrow) {
        arrow.grow(part);
      } else {
        node.setOpacity(part);
      }
    }
  }
}
