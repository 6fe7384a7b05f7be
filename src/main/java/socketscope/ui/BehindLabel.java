package socketscope.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import socketscope.ui.wording.Words;

/** Says how much has happened that the picture has not come to yet. */
final class BehindLabel extends Label {

  /** What is on its way, and what comes next, need no word: they are there in a moment. */
  private static final int FEW = 2;

  private final Words words;

  BehindLabel(Words words) {
    this.words = words;
    setId("behind");
    getStyleClass().add("behind-label");
    setMouseTransparent(true);
    setVisible(false);
    StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
  }

  void show(int moments) {
    setVisible(moments > FEW);
    if (isVisible()) {
      setText(words.counted("diagram.behind", moments));
    }
  }
}
