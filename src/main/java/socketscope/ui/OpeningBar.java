package socketscope.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.TraceLoading;
import socketscope.ui.wording.Words;

/** Tells how far a large trace has been read, and offers to stop. */
final class OpeningBar extends HBox {

  private final Words words;
  private final Label name = new Label();
  private final ProgressBar progress = new ProgressBar();

  OpeningBar(ExperimentController controller, Words words) {
    this.words = words;
    setId("opening");
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    progress.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(progress, Priority.ALWAYS);
    name.setMinWidth(USE_PREF_SIZE);
    Button cancel = words.label(new Button(), "opening.cancel");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(_ -> controller.cancelOpening());
    getChildren().addAll(new FontIcon(Feather.FOLDER), name, progress, cancel);
    controller.openingProperty().addListener((_, _, opening) -> show(opening));
    words.onChange(() -> show(controller.openingProperty().get()));
    show(null);
  }

  private void show(@Nullable TraceLoading opening) {
    setVisible(opening != null);
    setManaged(opening != null);
    progress.progressProperty().unbind();
    if (opening != null) {
      name.setText(words.get("opening", opening.name()));
      progress.progressProperty().bind(opening.progressProperty());
      progress.setAccessibleText(name.getText());
    }
  }
}
