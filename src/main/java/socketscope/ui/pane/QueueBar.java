package socketscope.ui.pane;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How full one of the kernel's queues is. */
final class QueueBar extends VBox {

  /** About what a socket can hold by default on Linux; the bar is logarithmic below that. */
  private static final double MANY_BYTES = 4 << 20;

  private final Label name = new Label();
  private final Label amount = new Label();
  private final ProgressBar bar = new ProgressBar(0);

  QueueBar(String look) {
    getStyleClass().addAll("queue-bar", look);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    amount.getStyleClass().add("queue-amount");
    amount.setMinWidth(Region.USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(new HBox(name, space, amount), bar);
  }

  /** So many bytes wait; few are seen as well as many. */
  void showBytes(String title, long bytes, String text) {
    show(title, Math.log1p((double) bytes) / Math.log1p(MANY_BYTES), text);
  }

  /** That part of it is taken. */
  void show(String title, double part, String text) {
    name.setText(title);
    amount.setText(text);
    bar.setProgress(Math.clamp(part, 0, 1));
    bar.setAccessibleText(title + ": " + text);
    setVisible(true);
    setManaged(true);
  }

  void hide() {
    setVisible(false);
    setManaged(false);
  }
}
