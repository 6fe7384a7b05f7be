package socketscope.ui.state;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import socketscope.event.TcpState;
import socketscope.layout.StateFigure;
import socketscope.layout.StateFigure.StateArrow;
import socketscope.layout.StateFigure.StateBox;
import socketscope.state.Edge;
import socketscope.state.Transition;

/** The figure of the states, with the ways that both ends went and where they are now. */
final class FigurePane extends Pane {

  private static final double LEAST_WIDTH = 658;
  private static final double LEAST_HEIGHT = 150;

  private final SocketWords words;

  /** Is told which end's arrow or state was clicked. */
  private final BiConsumer<End, TcpState> pick;

  private List<End> ends = List.of();

  FigurePane(SocketWords words, BiConsumer<End, TcpState> pick) {
    this.words = words;
    this.pick = pick;
    getStyleClass().add("state-figure");
    setId("state-figure");
    setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
    setPrefSize(LEAST_WIDTH, LEAST_HEIGHT);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    widthProperty().addListener((_, _, _) -> draw());
    heightProperty().addListener((_, _, _) -> draw());
  }

  /** Shows these ends, the one that is looked at first. */
  void show(List<End> shown) {
    ends = shown;
    setAccessibleText(spoken());
    draw();
  }

  private void draw() {
    StateFigure figure = StateFigure.of(getWidth(), getHeight());
    FigureDrawing drawing = new FigureDrawing(figure);
    List<Node> nodes = new ArrayList<>();
    Set<Edge> walked = EnumSet.noneOf(Edge.class);
    ends.forEach(end -> walked.addAll(end.walked()));
    for (StateArrow arrow : figure.arrows()) {
      if (!walked.contains(arrow.edge())) {
        nodes.addAll(drawing.arrow(arrow));
      }
    }
    // The one that is looked at is drawn last, above the other.
    for (End end : ends.reversed()) {
      for (Edge edge : end.walked()) {
        figure.arrow(edge).ifPresent(arrow -> nodes.addAll(drawing.walked(arrow, end)));
      }
    }
    for (StateArrow arrow : figure.arrows()) {
      nodes.addAll(drawing.words(arrow, walked.contains(arrow.edge())));
    }
    for (StateBox box : figure.boxes()) {
      nodes.addAll(box(drawing, box, walked));
    }
    getChildren().setAll(nodes);
    // Drawn while the size is told, it would be shown once without its style.
    applyCss();
  }

  private List<Node> box(FigureDrawing drawing, StateBox box, Set<Edge> walked) {
    List<End> here = ends.stream().filter(end -> isIn(end, box)).toList();
    boolean passed =
        walked.stream()
            .anyMatch(edge ->
                edge.from() == box.state() && !box.end()
                    || edge.to() == box.state() && atTheEnd(edge) == box.end());
    List<Node> nodes = drawing.box(box, passed, here);
    for (End end : ends) {
      if (end.brokenOffIn().filter(state -> state == box.state()).isPresent() && !box.end()) {
        nodes.addAll(drawing.broken(box, end));
      }
    }
    End first = ends.isEmpty() ? null : here.isEmpty() ? ends.getFirst() : here.getFirst();
    if (first != null) {
      nodes.forEach(node -> node.setOnMouseClicked(_ -> pick.accept(first, box.state())));
    }
    return nodes;
  }

  private static boolean atTheEnd(Edge edge) {
    return edge == Edge.LAST_FIN_ACKNOWLEDGED || edge == Edge.WAITED_LONG_ENOUGH;
  }

  private static boolean isIn(End end, StateBox box) {
    if (end.history().state() != box.state()) {
      return false;
    }
    return box.state() != TcpState.CLOSED || end.finished() == box.end();
  }

  private String spoken() {
    List<String> sentences = new ArrayList<>(List.of(words.get("figure")));
    for (End end : ends) {
      String name = words.name(end.history());
      Optional<TcpState> broken = end.brokenOffIn();
      sentences.add(
          broken.isPresent()
              ? words.get("figure.broken", name, broken.get())
              : words.get("figure.end", name, end.history().state()));
      String way =
          end.history().transitions().stream()
              .map(Transition::to)
              .map(TcpState::name)
              .collect(Collectors.joining(", "));
      if (!way.isEmpty()) {
        sentences.add(words.get("figure.way", way));
      }
    }
    return String.join(" ", sentences);
  }
}
