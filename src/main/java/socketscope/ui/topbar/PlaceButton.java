package socketscope.ui.topbar;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.event.ExperimentStarted;
import socketscope.event.Place;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Recording;
import socketscope.ui.wording.Words;

/** Says where the programs run, and why; a press has them run at the other place. */
final class PlaceButton extends Button {

  private final Recording recording;
  private final ExperimentController controller;
  private final Words words;
  private final FontIcon icon = new FontIcon();
  private final Tooltip why = new Tooltip();

  /** The start of what is shown; empty before anything has begun. */
  private Optional<ExperimentStarted> start = Optional.empty();

  /**
   * The button of that experiment.
   *
   * @param room the least width of its line in which it says so in words
   */
  PlaceButton(
      Recording recording,
      ExperimentController controller,
      Commands commands,
      Words words,
      ObservableDoubleValue width,
      double room) {
    this.recording = recording;
    this.controller = controller;
    this.words = words;
    setId("place");
    setGraphic(icon);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("place-button");
    contentDisplayProperty()
        .bind(
            Bindings.when(Bindings.lessThan(width, room))
                .then(ContentDisplay.GRAPHIC_ONLY)
                .otherwise(ContentDisplay.LEFT));
    why.setWrapText(true);
    setTooltip(why);
    setOnAction(_ -> commands.run(Command.PLACE));
    recording.shownProperty().addListener((_, _, _) -> refresh());
    controller.beginningsProperty().addListener((_, _, _) -> refresh());
    words.onChange(this::say);
    refresh();
  }

  private void refresh() {
    Optional<ExperimentStarted> now = ExperimentStarted.among(recording.shownProperty().get());
    setDisable(!controller.live());
    if (!now.equals(start)) {
      start = now;
      say();
    }
  }

  private void say() {
    Place place =
        start
            .map(ExperimentStarted::place)
            .orElseGet(() -> controller.planProperty().get().place());
    String reason = start.map(ExperimentStarted::reason).orElse("");
    icon.setIconCode(place == Place.ALONE ? Feather.LOCK : Feather.USERS);
    setText(words.get("top.place." + place));
    String told = words.get("top.place." + place + ".why");
    why.setText(reason.isEmpty() ? told : told + " " + words.get("top.place.refused", reason));
    setAccessibleText(getText() + ". " + why.getText());
  }
}
