package socketscope.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.Cargo;
import socketscope.event.Bytes;
import socketscope.layout.Arrow;
import socketscope.layout.RowShape;
import socketscope.layout.Sketch;

/** One row in sight. */
final class RowNode extends Pane {

  private static final Duration TOOLTIP_DELAY = Duration.millis(500);

  private final RowShape shape;
  private final @Nullable Token out;
  private final @Nullable Token back;
  private boolean tipped;

  /**
   * @param sentence the row in words, for screen readers
   * @param counted says how many bytes there are
   */
  RowNode(
      RowShape shape, String sentence, LongFunction<String> counted, Fonts fonts, double scale) {
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
    out = token(shape.arrow(), Cargo.of(shape.row()), counted, fonts, scale);
    back = token(shape.answer(), Cargo.back(shape.row()), counted, fonts, scale);
  }

  private @Nullable Token token(
      @Nullable Arrow arrow,
      @Nullable Bytes cargo,
      LongFunction<String> counted,
      Fonts fonts,
      double scale) {
    String count = cargo == null ? "" : counted.apply(cargo.length());
    Token token = Token.of(arrow, cargo, count, fonts, scale);
    if (token != null) {
      token.setLayoutY(-shape.box().y());
      getChildren().add(token);
    }
    return token;
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

  /**
   * Shows the row as far as it has come, from 0 to 1: arrows grow, all else fades in.
   *
   * @param wayOut of the way that the row is about
   * @param wayBack of the way of an answer that came at once
   */
  void grow(double wayOut, double wayBack) {
    boolean answer = false;
    for (Node node : getChildren()) {
      if (node instanceof ArrowNode arrow) {
        arrow.setVisible(!answer || wayBack > 0);
        arrow.grow(answer ? wayBack : wayOut);
        answer = true;
      } else if (!(node instanceof Token)) {
        node.setOpacity(wayOut);
      }
    }
    if (out != null) {
      out.ride(wayOut);
    }
    if (back != null) {
      back.ride(wayBack);
    }
  }
}
