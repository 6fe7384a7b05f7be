package socketscope.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Finds texts that are cut, or that lie upon another, in what is laid out. */
final class TextFaults {

  /** A line is higher than its letters, and lines may stand that much closer, in pixels. */
  private static final double LEADING = 4;

  private final List<Shown> texts = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private TextFaults() {}

  /** A text and where of the scene it is to be seen. */
  private record Shown(String text, Bounds place) {}

  /** What is wrong below a node, in words; empty where nothing is. */
  static List<String> below(Node root) {
    TextFaults found = new TextFaults();
    found.collect(root, root.localToScene(root.getLayoutBounds()));
    found.compare();
    return found.faults;
  }

  private void collect(Node node, Bounds visible) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    Bounds inside = visible;
    if (node.getClip() != null) {
      inside = intersection(visible, node.localToScene(node.getClip().getBoundsInParent()));
    }
    if (node instanceof Text text && !(node.getParent() instanceof TextFlow)) {
      Bounds place = intersection(inside, node.localToScene(node.getLayoutBounds()));
      if (!text.getText().isBlank() && place.getWidth() > 0 && place.getHeight() > 0) {
        if (text.getText().contains("\n")) {
          showLines(text, inside);
        } else {
          texts.add(new Shown(text.getText(), place));
        }
        if (node.getParent() instanceof Labeled labeled && isCut(labeled, text)) {
          faults.add("cut: " + labeled.getText() + " (" + labeled + ")");
        }
      }
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        collect(child, inside);
      }
    }
  }

  /** Beside a short line of a text there is room for another, however long the others are. */
  private void showLines(Text text, Bounds inside) {
    int from = 0;
    for (String line : text.getText().split("\n", -1)) {
      if (!line.isBlank()) {
        Bounds shape = new Path(text.rangeShape(from, from + line.length())).getBoundsInLocal();
        Bounds place = intersection(inside, text.localToScene(shape));
        if (place.getWidth() > 0 && place.getHeight() > 0) {
          texts.add(new Shown(line, place));
        }
      }
      from += line.length() + 1;
    }
  }

  private static boolean isCut(Labeled labeled, Text text) {
    if (isWithin(labeled, "lesson-button")) {
      return false; // a title is as long as its teacher likes; the lesson itself has it whole
    }
    return !text.getText().equals(labeled.getText())
        && text.getText().endsWith(labeled.getEllipsisString())
        && !labeled.getText().endsWith(labeled.getEllipsisString());
  }

  private static boolean isWithin(Node node, String styleClass) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.getStyleClass().contains(styleClass)) {
        return true;
      }
    }
    return false;
  }

  private void compare() {
    for (int i = 0; i < texts.size(); i++) {
      for (int k = i + 1; k < texts.size(); k++) {
        Bounds both = intersection(texts.get(i).place(), texts.get(k).place());
        if (both.getWidth() > 1 && both.getHeight() > LEADING) {
          faults.add("upon each other: " + texts.get(i) + " " + texts.get(k));
        }
      }
    }
  }

  private static Bounds intersection(Bounds one, Bounds other) {
    double left = Math.max(one.getMinX(), other.getMinX());
    double top = Math.max(one.getMinY(), other.getMinY());
    double right = Math.min(one.getMaxX(), other.getMaxX());
    double bottom = Math.min(one.getMaxY(), other.getMaxY());
    return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }
}
