package socketscope.ui.pane;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Why a call was not made. It hangs below the call, over others, and takes no room; a click takes
 * it away.
 */
final class RefusalNote extends Label {

  RefusalNote() {
    getStyleClass().add("call-reason");
    setWrapText(true);
    setManaged(false);
    setOnMousePressed(event -> {
      show("");
      event.consume();
    });
  }

  /** Says that; empty for nothing. */
  void show(String text) {
    setText(text);
    setVisible(!text.isEmpty());
    if (getParent() != null) {
      getParent().requestLayout();
    }
  }

  /** Takes its place below a row, as wide as that. */
  void hang(Region row) {
    double width = row.getWidth();
    resizeRelocate(0, row.getHeight() + 2, width, prefHeight(width));
  }
}
