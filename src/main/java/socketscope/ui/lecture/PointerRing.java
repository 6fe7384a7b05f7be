package socketscope.ui.lecture;

import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

/**
 * A ring that goes with the mouse and stays where the mouse rests. The cursor itself hides after a
 * while without movement.
 */
final class PointerRing extends Pane {

  private static final Duration IDLE = Duration.seconds(3);

  private final Circle ring = new Circle();
  private final PauseTransition idle = new PauseTransition(IDLE);

  /**
   * @param wanted whether there is a ring
   */
  PointerRing(BooleanProperty wanted) {
    setMouseTransparent(true);
    ring.setId("lecture-pointer");
    ring.getStyleClass().add("lecture-pointer");
    ring.setManaged(false);
    ring.visibleProperty().bind(wanted);
    getChildren().add(ring);
    idle.setOnFinished(_ -> getParent().setCursor(Cursor.NONE));
  }

  /** A ring as large as two lines where letters are that high. */
  void resizeTo(double letters) {
    ring.setRadius(letters);
    ring.setStrokeWidth(letters / 5);
  }

  /** The ring begins in the middle of what it is shown above. */
  void begin(double width, double height) {
    ring.setCenterX(width / 2);
    ring.setCenterY(height / 2);
    idle.playFromStart();
  }

  /** Goes with the mouse. */
  void follow(MouseEvent event) {
    ring.setCenterX(event.getX());
    ring.setCenterY(event.getY());
    getParent().setCursor(Cursor.DEFAULT);
    idle.playFromStart();
  }

  void end() {
    idle.stop();
    getParent().setCursor(Cursor.DEFAULT);
  }
}
