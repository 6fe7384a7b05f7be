package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import socketscope.ui.wording.Words;

/** How full one of the kernel's queues is, and, in the bar, what waits in it: one line. */
final class QueueBar extends VBox {

  /** About what a socket can hold by default on Linux; the bar is logarithmic below that. */
  private static final double MANY_BYTES = 4 << 20;

  /** There is no room for more of them; all are read aloud. */
  private static final int MOST_DETAILS = 4;

  private final Label name = new Label();
  private final Label amount = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private final HBox details = new HBox();
  private final Label warning = new Label();

  QueueBar(String look, Words words, String tip) {
    getStyleClass().addAll("queue-bar", look);
    amount.getStyleClass().add("queue-amount");
    amount.setMinWidth(Region.USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    details.getStyleClass().add("queue-details");
    warning.getStyleClass().add("queue-warning");
    bar.setMaxHeight(Double.MAX_VALUE);
    bar.setMinWidth(0);
    details.setMouseTransparent(true);
    details.setMinWidth(0);
    name.getStyleClass().add("queue-name");
    StackPane filled = new StackPane(bar, details);
    filled.setMinWidth(0);
    HBox.setHgrow(filled, Priority.ALWAYS);
    HBox line = new HBox(name, filled, amount);
    line.getStyleClass().add("queue-line");
    Tooltip what = new Tooltip();
    what.setWrapText(true);
    words.bind(what.textProperty(), tip);
    Tooltip.install(line, what);
    getChildren().addAll(line, warning);
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
    setDisable(false);
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
    label.setMinWidth(0);
    return label;
  }

  /** Says below it what is wrong; empty for nothing. */
  void warn(String text) {
    warning.setText(text);
    warning.setVisible(!text.isEmpty());
    warning.setManaged(!text.isEmpty());
  }

  /** Of a queue that nothing is known of, its room is left; of one that cannot be, not. */
  void hide(String title, boolean possible) {
    show(title, 0, "–", List.of());
    warn("");
    setDisable(true);
    setVisible(possible);
    setManaged(possible);
  }
}
