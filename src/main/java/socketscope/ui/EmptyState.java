package socketscope.ui;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.event.CallStarted;
import socketscope.event.Event;
import socketscope.event.PacketSeen;
import socketscope.ui.command.Command;
import socketscope.ui.model.Exchange;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.Recording;
import socketscope.ui.wording.Words;

/** Tells, where the diagram shows no call, why that is and what to press first. */
final class EmptyState extends VBox {

  private final Recording recording;
  private final ExperimentController controller;
  private final Words words;
  private final Label title = new Label();
  private final Label first = new Label();

  EmptyState(Recording recording, ExperimentController controller, Words words) {
    this.recording = recording;
    this.controller = controller;
    this.words = words;
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMouseTransparent(true);
    title.getStyleClass().add("empty-title");
    first.getStyleClass().add("prose");
    first.setId("empty");
    for (Label label : List.of(title, first)) {
      label.setWrapText(true);
      label.setTextAlignment(TextAlignment.CENTER);
      label.setAlignment(Pos.CENTER);
      label.setMaxWidth(380);
      label.setMinHeight(USE_PREF_SIZE);
    }
    getChildren().addAll(new FontIcon(Feather.SHUFFLE), title, first);
    controller.beginningsProperty().addListener((_, _, _) -> refresh());
    visibleProperty().addListener(_ -> refresh());
    recording
        .shownProperty()
        .addListener((_, _, _) -> {
          if (isVisible()) {
            refresh();
          }
        });
    words.onChange(this::refresh);
  }

  private void refresh() {
    if (recording.shownProperty().get().stream().anyMatch(EmptyState::isDrawn)) {
      say("empty.filtered.title", "empty.filtered");
    } else if (recording.inPast()) {
      say("empty.past.title", "empty.past", Command.FORWARD, Command.LAST);
    } else if (!controller.live()) {
      say("empty.title", "empty.trace", Command.OPEN_TRACE, Command.NEW_EXPERIMENT);
    } else if (controller.lessonProperty().get() != null) {
      say("empty.title", "empty.lesson", Command.FORWARD, Command.PLAY);
    } else {
      boolean alone = controller.planProperty().get().exchange() == Exchange.RAW;
      say("empty.title", alone ? "empty.free.alone" : "empty.free");
    }
  }

  private static boolean isDrawn(Event event) {
    return event instanceof CallStarted || event instanceof PacketSeen;
  }

  private void say(String titleKey, String key, Command... keys) {
    title.setText(words.get(titleKey));
    first.setText(
        words.get(
            key,
            Arrays.stream(keys)
                .map(command -> command.keys().map(KeyCombination::getDisplayText).orElse(""))
                .toArray()));
  }
}
