package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Nodes one after another like words in a line, going on in the next line where there is no room,
 * and an answer to them.
 *
 * <p>The answer stands at the right end of the last line, or, where it has no room there, in a slim
 * line of its own below, at whose left end a remark stands. There is always room for that line, so
 * what is said never changes the height.
 */
final class FlowLine extends Region {

  private static final double LINE_GAP = 2;
  private static final double INDENT = 16;

  /** Letters have so much air above and below them that the slim line comes closer by this. */
  private static final double CLOSER = 5;

  /** Where a node goes. */
  private record Place(Node node, double x, int line) {}

  /** Where all go, and what of the last line is taken. */
  private record Flow(List<Place> places, int lines, double end) {}

  private final List<Node> words;
  private final Label answer;
  private final Label remark;
  private boolean apart;

  FlowLine(List<Node> words, Label answer, Label remark) {
    this.words = List.copyOf(words);
    this.answer = answer;
    this.remark = remark;
    answer.setMinWidth(0);
    remark.setMinWidth(0);
    getChildren().addAll(words);
    getChildren().addAll(answer, remark);
    getStyleClass().add("flow-line");
  }

  /** Whether the answer stands in the line below even where there is room beside the words. */
  void setApart(boolean below) {
    if (apart != below) {
      apart = below;
      requestLayout();
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private Flow flow(double width) {
    List<Place> places = new ArrayList<>();
    double x = 0;
    int line = 0;
    for (Node node : words) {
      double need = Math.min(node.prefWidth(-1), width);
      if (x > INDENT && x + need > width) {
        line++;
        x = INDENT;
      }
      places.add(new Place(node, x, line));
      x += need;
    }
    return new Flow(places, line + 1, x);
  }

  private double lineHeight() {
    return words.stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
  }

  private double heightOf(int lines) {
    return lines * lineHeight() + (lines - 1) * LINE_GAP;
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    double inner =
        (width < 0 ? computePrefWidth(-1) : width) - insets.getLeft() - insets.getRight();
    return insets.getTop()
        + insets.getBottom()
        + heightOf(flow(inner).lines())
        + answer.prefHeight(-1)
        - CLOSER;
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
        + answer.prefWidth(-1)
        + words.stream().mapToDouble(node -> node.prefWidth(-1)).sum();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 80;
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double width = getWidth() - insets.getLeft() - insets.getRight();
    double line = lineHeight();
    double slim = answer.prefHeight(-1);
    Flow flow = flow(width);
    double remarked = Math.min(remark.prefWidth(-1), width);
    double need = Math.min(answer.prefWidth(-1), width);
    boolean below = apart || flow.end() + need > width;
    if (below) {
      need = Math.min(need, Math.max(width - remarked, width / 3));
    }
    boolean said = below && !answer.getText().isEmpty() || !remark.getText().isEmpty();
    // Without a line of its own to show, its room is above and below the words alike.
    double top = insets.getTop() + (said ? 0 : (slim - CLOSER) / 2);
    for (Place place : flow.places()) {
      Node node = place.node();
      double own = node.prefHeight(-1);
      double y = top + place.line() * (line + LINE_GAP) + (line - own) / 2;
      node.resizeRelocate(
          insets.getLeft() + place.x(), snapPositionY(y), Math.min(node.prefWidth(-1), width), own);
    }
    double end = top + heightOf(flow.lines());
    answer.resizeRelocate(
        insets.getLeft() + width - need,
        snapPositionY(below ? end - CLOSER : end - (line + slim) / 2),
        need,
        slim);
    double room = below && !answer.getText().isEmpty() ? width - need : width;
    remark.resizeRelocate(
        insets.getLeft(), snapPositionY(end - CLOSER), Math.min(remarked, room), slim);
  }
}
