package socketscope.ui.topbar;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import socketscope.ui.command.Commands;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.LessonPlay;
import socketscope.ui.model.Playback;
import socketscope.ui.model.Recording;
import socketscope.ui.wording.Words;

/** Goes to and fro in time, and says where one is. */
final class TransportBar extends HBox {

  private final Recording recording;
  private final ExperimentController controller;
  private final Playback playback;
  private final Words words;
  private final TransportButtons buttons;
  private final Label step = new Label();

  /** Says what is counted: the slider goes over events, of which a step of a lesson makes some. */
  private final Tooltip counted = new Tooltip();

  TransportBar(
      Recording recording,
      ExperimentController controller,
      Playback playback,
      Commands commands,
      Words words) {
    this.recording = recording;
    this.controller = controller;
    this.playback = playback;
    this.buttons = new TransportButtons("", commands, words);
    this.words = words;
    getStyleClass().add("transport");
    setAlignment(Pos.CENTER_LEFT);
    step.getStyleClass().add("step-label");
    step.setId("step");
    step.setTooltip(counted);
    VBox time = new VBox(step, new MomentSlider(recording, playback, words));
    time.getStyleClass().add("transport-time");
    time.setAlignment(Pos.CENTER);
    getChildren().addAll(buttons.all());
    getChildren().add(time);
    recording.shownProperty().addListener((_, _, _) -> refresh());
    recording.lastMomentProperty().addListener((_, _, _) -> refresh());
    controller
        .lessonProperty()
        .addListener((_, _, lesson) -> {
          if (lesson != null) {
            lesson.madeProperty().addListener((_, _, _) -> refresh());
          }
          refresh();
        });
    playback.playingProperty().addListener((_, _, _) -> refresh());
    words.onChange(this::refresh);
  }

  private void refresh() {
    buttons.show(
        recording.moment() > 0,
        playback.more(),
        recording.inPast(),
        playback.playingProperty().get());
    buttons.enablePlay(playback.more() || recording.lastMoment() > 0);
    LessonPlay lesson = controller.lessonProperty().get();
    step.setText(
        lesson == null
            ? words.get("top.event", recording.moment(), recording.lastMoment())
            : words.get(
                "top.step-and-event",
                lesson.madeProperty().get(),
                lesson.total(),
                recording.moment(),
                recording.lastMoment()));
    counted.setText(words.get(lesson == null ? "top.event.tip" : "top.step-and-event.tip"));
  }
}
