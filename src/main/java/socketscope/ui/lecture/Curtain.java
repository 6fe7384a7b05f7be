package socketscope.ui.lecture;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** Covers the screen, so that the audience looks at who speaks. */
final class Curtain extends Region {

  private static final PseudoClass WHITE = PseudoClass.getPseudoClass("white");

  Curtain() {
    setId("lecture-curtain");
    getStyleClass().add("lecture-curtain");
    setVisible(false);
  }

  /** Covers the screen; uncovers it where it is covered. */
  void toggle(boolean white) {
    pseudoClassStateChanged(WHITE, white);
    setVisible(!isVisible());
  }

  /** Uncovers the screen; false where it was not covered. */
  boolean lift() {
    boolean covered = isVisible();
    setVisible(false);
    return covered;
  }
}
