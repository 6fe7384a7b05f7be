package socketscope.ui.lecture;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import socketscope.ui.pane.ProgramPane;

/** Shows a pane of the window at the side of the slide, enlarged, for as long as it is unfolded. */
final class SidePane extends Region {

  /** How wide the pane is at its usual size. */
  private static final double WIDTH = 310;

  /** The smallest letters of a pane at its usual size. */
  private static final double LETTERS = 10;

  private final ProgramPane pane;
  private final Scale scale = new Scale();
  private @Nullable Pane home;
  private int place;

  SidePane(ProgramPane pane) {
    this.pane = pane;
    getStyleClass().add("side-pane");
    setVisible(false);
  }

  /** So large that its smallest letters are that high. */
  void resizeTo(double letters) {
    scale.setX(letters / LETTERS);
    scale.setY(letters / LETTERS);
    setMinWidth(WIDTH * letters / LETTERS);
    setMaxWidth(WIDTH * letters / LETTERS);
    requestLayout();
  }

  /** Unfolds it, or folds it; one pane is unfolded at a time. */
  void toggleInPlaceOf(SidePane other) {
    other.fold();
    if (!fold()) {
      unfold();
    }
  }

  private void unfold() {
    if (pane.getParent() instanceof Pane parent) {
      home = parent;
      place = parent.getChildren().indexOf(pane);
      parent.getChildren().remove(pane);
      pane.getTransforms().add(scale);
      getChildren().add(pane);
      setVisible(true);
      pane.focusFirstCall();
    }
  }

  /** Gives the pane back to where it was; false where it was not unfolded. */
  boolean fold() {
    if (home == null) {
      return false;
    }
    setVisible(false);
    getChildren().remove(pane);
    pane.getTransforms().remove(scale);
    home.getChildren().add(place, pane);
    home = null;
    return true;
  }

  @Override
  protected void layoutChildren() {
    for (var child : getManagedChildren()) {
      double width = getWidth() / scale.getX();
      double height = getHeight() / scale.getY();
      child.resizeRelocate(0, 0, width, height);
    }
  }
}
