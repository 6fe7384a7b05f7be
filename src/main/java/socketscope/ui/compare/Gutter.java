package socketscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import socketscope.compare.Comparison;
import socketscope.compare.Stretch;
import socketscope.compare.Stretch.Verdict;
import socketscope.export.ComparisonWords;
import socketscope.layout.Metrics;
import socketscope.ui.diagram.DiagramView;
import socketscope.ui.wording.Words;

/** Between the two diagrams: at each call a sign, and a word where they differ. */
final class Gutter extends Pane {

  static final double WIDTH = 72;

  /** A sign with its word; less than a row is high. */
  private static final double SIGN_HEIGHT = 28;

  private final DiagramView diagram;
  private final Words words;
  private final IntConsumer select;
  private final Pane marks = new Pane();
  private Comparison comparison = Comparison.EMPTY;

  /**
   * A gutter beside a diagram.
   *
   * @param select picks out a row
   */
  Gutter(DiagramView diagram, Words words, IntConsumer select) {
    this.diagram = diagram;
    this.words = words;
    this.select = select;
    setId("gutter");
    getStyleClass().add("gutter");
    setMinWidth(WIDTH);
    setMaxWidth(WIDTH);
    setPrefWidth(WIDTH);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(marks.widthProperty());
    clip.heightProperty().bind(marks.heightProperty());
    marks.setClip(clip);
    getChildren().add(marks);
    diagram.scrolledProperty().addListener((_, _, _) -> requestLayout());
    diagram.heightProperty().addListener((_, _, _) -> requestLayout());
    diagram.layoutYProperty().addListener((_, _, _) -> requestLayout());
    diagram.scaleProperty().addListener((_, _, _) -> requestLayout());
    words.onChange(this::requestLayout);
  }

  void show(Comparison now) {
    comparison = now;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    Metrics metrics = diagram.metrics();
    double top = diagram.getLayoutY() + metrics.header();
    double height = Math.max(0, diagram.getHeight() - metrics.header());
    marks.resizeRelocate(0, top, WIDTH, height);
    ComparisonWords said = ComparisonWords.in(words.language());
    List<Node> inSight = new ArrayList<>();
    for (Stretch stretch : comparison.stretches()) {
      double y =
          metrics.top()
              + stretch.row() * metrics.row()
              + metrics.line()
              - diagram.scrolledProperty().get();
      if (y > -metrics.row() && y < height + metrics.row()) {
        Node mark = mark(stretch, said);
        mark.resizeRelocate(0, y - SIGN_HEIGHT / 2, WIDTH, SIGN_HEIGHT);
        inSight.add(mark);
      }
    }
    marks.getChildren().setAll(inSight);
    // Drawn in the middle of a layout, the marks would be without colours for one frame.
    marks.applyCss();
    inSight.forEach(mark -> ((VBox) mark).layout());
  }

  private Node mark(Stretch stretch, ComparisonWords said) {
    Verdict verdict = stretch.verdict();
    Label sign = new Label(ComparisonWords.mark(verdict));
    sign.getStyleClass().addAll("gutter-sign", style(verdict));
    VBox mark = new VBox(sign);
    mark.setManaged(false);
    mark.setAlignment(Pos.CENTER);
    mark.getStyleClass().add("gutter-mark");
    if (verdict != Verdict.SAME) {
      Label word = new Label(said.word(verdict));
      word.getStyleClass().addAll("gutter-word", style(verdict));
      mark.getChildren().add(word);
    }
    String line = said.line(stretch);
    mark.setAccessibleRole(AccessibleRole.TEXT);
    mark.setAccessibleText(line);
    mark.setPickOnBounds(true);
    Tooltip.install(mark, new Tooltip(line));
    mark.setOnMouseClicked(_ -> select.accept(stretch.row()));
    return mark;
  }

  static String style(Verdict verdict) {
    return "verdict-" + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
