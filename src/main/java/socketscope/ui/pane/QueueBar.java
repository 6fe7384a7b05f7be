package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How full one of the kernel's queues is, and what waits in it. */
final class QueueBar extends VBox {

  /** About what a socket can hold by default on Linux; the bar is logarithmic below that. */
  private static final double MANY_BYTES = 4 << 20;

  /** More lines than that would push the bars away. */
  private static final int MOST_DETAILS = 4;

  private final Label name = new Label();
  private final Label amount = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final VBox details = new VBox();
  private final Label warning = new Label();

  QueueBar(String look) {
    getStyleClass().addAll("queue-bar", look);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    amount.getStyleClass().add("queue-amount");
    amount.setMinWidth(Region.USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    details.getStyleClass().add("queue-details");
    warning.getStyleClass().add("queue-warning");
    getChildren().addAll(new HBox(name, space, amount), bar, details, warning);
    warn("");
  }

  /** So many bytes wait; few are seen as well as many. */
  void showBytes(String title, long bytes, String text, List<String> waiting) {
    show(title, Math.log1p((double) bytes) / Math.log1p(MANY_BYTES), text, waiting);
  }

  /**
   * That part of it is taken.
   *
   * @param waiting what waits in it, a line each
   */
  void show(String title, double part, String text, List<String> waiting) {
    name.setText(title);
    amount.setText(text);
    bar.setProgress(Math.clamp(part, 0, 1));
    bar.setAccessibleText(
        title
            + ": "
            + text
            + waiting.stream().map(line -> "; " + line).collect(Collectors.joining()));
    details.getChildren().setAll(lines(waiting));
    details.setVisible(!waiting.isEmpty());
    details.setManaged(!waiting.isEmpty());
    setVisible(true);
    setManaged(true);
  }

  private static List<Label> lines(List<String> waiting) {
    List<Label> lines = new ArrayList<>();
    for (String line : waiting.subList(0, Math.min(MOST_DETAILS, waiting.size()))) {
      lines.add(line(line));
    }
    if (waiting.size() > MOST_DETAILS) {
      lines.add(line("… +" + (waiting.size() - MOST_DETAILS)));
    }
    return lines;
  }

  private static Label line(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("queue-detail", "code");
    return label;
  }

  /** Says below it what is wrong; empty for nothing. */
  void warn(String text) {
    warning.setText(text);
    warning.setVisible(!text.isEmpty());
    warning.setManaged(!text.isEmpty());
  }

  void hide() {
    setVisible(false);
    setManaged(false);
  }
}
