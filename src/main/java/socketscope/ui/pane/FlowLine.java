package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Nodes one after another like words in a line, going on in the next line where there is no room;
 * the last node stands at the right end.
 */
final class FlowLine extends Region {

  private static final double LINE_GAP = 2;
  private static final double INDENT = 16;

  /** Where a node goes. */
  private record Place(Node node, double x, int line) {}

  FlowLine(List<Node> nodes) {
    getChildren().addAll(nodes);
    getStyleClass().add("flow-line");
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private List<Place> places(double width) {
    List<Place> places = new ArrayList<>();
    double x = 0;
    int line = 0;
    List<Node> nodes = getManagedChildren();
    for (Node node : nodes) {
      double need = Math.min(node.prefWidth(-1), width);
      if (x > INDENT && x + need > width) {
        line++;
        x = INDENT;
      }
      boolean last = node.equals(nodes.getLast());
      double from = last ? Math.max(x, width - need) : x;
      places.add(new Place(node, from, line));
      x = from + need;
    }
    return places;
  }

  private double lineHeight() {
    return getManagedChildren().stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    double inner =
        (width < 0 ? computePrefWidth(-1) : width) - insets.getLeft() - insets.getRight();
    List<Place> places = places(inner);
    int lines = places.isEmpty() ? 0 : places.getLast().line() + 1;
    return insets.getTop()
        + insets.getBottom()
        + lines * lineHeight()
        + Math.max(0, lines - 1) * LINE_GAP;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    Insets insets = getInsets();
    return insets.getLeft()
        + insets.getRight()
        + getManagedChildren().stream().mapToDouble(node -> node.prefWidth(-1)).sum();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 80;
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double width = getWidth() - insets.getLeft() - insets.getRight();
    double height = lineHeight();
    for (Place place : places(width)) {
      Node node = place.node();
      double own = node.prefHeight(-1);
      double y = insets.getTop() + place.line() * (height + LINE_GAP) + (height - own) / 2;
      node.resizeRelocate(
          insets.getLeft() + place.x(), snapPositionY(y), Math.min(node.prefWidth(-1), width), own);
    }
  }
}
