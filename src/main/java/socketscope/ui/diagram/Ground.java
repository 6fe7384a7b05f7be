package socketscope.ui.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.Group;
import javafx.scene.Node;
import socketscope.layout.Box;
import socketscope.layout.Ink;
import socketscope.layout.Label;
import socketscope.layout.Picture;
import socketscope.layout.Sketch;

/**
 * What lies below the rows. Most of it stays from one frame to the next: what is drawn again as it
 * was keeps its nodes, for to style a node costs more than all else about it.
 */
final class Ground extends Group {

  /** The nodes of one stroke of the pen, by what was drawn. */
  private Map<Object, Deque<List<Node>>> drawn = new HashMap<>();

  Ground() {
    setManaged(false);
    setMouseTransparent(true);
  }

  /** Shows the ground of that picture. */
  void draw(Picture picture, Fonts fonts, boolean fresh) {
    List<Node> nodes = new ArrayList<>();
    Sketch.ground(
        picture,
        new Remembering(nodes, fonts, picture.metrics().scale(), fresh ? Map.of() : drawn));
    become(getChildren(), nodes);
  }

  /** Changes as little as makes the children those, in that order. */
  private static void become(ObservableList<Node> children, List<Node> wanted) {
    Set<Node> staying = new HashSet<>(wanted);
    children.removeIf(child -> !staying.contains(child));
    staying.retainAll(new HashSet<>(children));
    if (!children.equals(wanted.stream().filter(staying::contains).toList())) {
      children.setAll(wanted);
      wanted.forEach(Node::applyCss);
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (i == children.size() || !children.get(i).equals(wanted.get(i))) {
        children.add(i, wanted.get(i));
        // Drawn in the middle of a layout, the node would be without colours for one frame.
        wanted.get(i).applyCss();
      }
    }
  }

  /** Draws by taking the nodes of the same stroke in the picture before, where there was one. */
  private final class Remembering extends NodePen {

    private final List<Node> nodes;
    private final Map<Object, Deque<List<Node>>> before;
    private final Map<Object, Deque<List<Node>>> now = new HashMap<>();
    private boolean within;

    Remembering(
        List<Node> nodes, Fonts fonts, double scale, Map<Object, Deque<List<Node>>> before) {
      super(nodes, fonts, scale);
      this.nodes = nodes;
      this.before = before;
      drawn = now;
    }

    private void stroke(Object what, Runnable draw) {
      if (within) {
        draw.run();
        return;
      }
      Deque<List<Node>> known = before.get(what);
      List<Node> stroke = known == null ? null : known.poll();
      if (stroke == null) {
        int from = nodes.size();
        within = true;
        draw.run();
        within = false;
        stroke = List.copyOf(nodes.subList(from, nodes.size()));
      } else {
        nodes.addAll(stroke);
      }
      now.computeIfAbsent(what, _ -> new ArrayDeque<>()).add(stroke);
    }

    @Override
    public void box(Box box, double radius, Ink ink) {
      stroke(List.of("box", box, radius, ink), () -> super.box(box, radius, ink));
    }

    @Override
    public void outline(Box box, double radius, double width, Ink ink) {
      stroke(
          List.of("outline", box, radius, width, ink),
          () -> super.outline(box, radius, width, ink));
    }

    @Override
    public void hatch(Box box, double radius, Ink ink) {
      stroke(List.of("hatch", box, radius, ink), () -> super.hatch(box, radius, ink));
    }

    @Override
    public void line(
        double x1, double y1, double x2, double y2, double width, boolean dashed, Ink ink) {
      stroke(
          List.of("line", x1, y1, x2, y2, width, dashed, ink),
          () -> super.line(x1, y1, x2, y2, width, dashed, ink));
    }

    @Override
    public void label(Label label) {
      stroke(label, () -> super.label(label));
    }
  }
}
