package socketscope.ui.lecture;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
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
  private final Label warning = new Label();
  private final VBox enlarged = new VBox(warning);
  private final Scale scale = new Scale();
  private @Nullable Pane home;
  private int place;

  SidePane(ProgramPane pane) {
    this.pane = pane;
    getStyleClass().add("side-pane");
    warning.getStyleClass().add("side-pane-warning");
    warning.setWrapText(true);
    warning.setMaxWidth(Double.MAX_VALUE);
    warning.setMinHeight(USE_PREF_SIZE);
    warn("");
    enlarged.getTransforms().add(scale);
    getChildren().add(enlarged);
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

  /** Says above the pane what is to be known before a call is made; nothing where it is empty. */
  void warn(String text) {
    warning.setText(text);
    warning.setVisible(!text.isEmpty());
    warning.setManaged(!text.isEmpty());
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
      VBox.setVgrow(pane, Priority.ALWAYS);
      enlarged.getChildren().add(pane);
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
    enlarged.getChildren().remove(pane);
    home.getChildren().add(place, pane);
    home = null;
    return true;
  }

  @Override
  protected void layoutChildren() {
    enlarged.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
  }
}
