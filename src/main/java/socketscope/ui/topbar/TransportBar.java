package socketscope.ui.topbar;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.model.Bench;
import socketscope.ui.model.LessonPlay;
import socketscope.ui.model.Playback;
import socketscope.ui.model.Recording;
import socketscope.ui.wording.Words;

/** Goes to and fro in time, and says where one is. */
final class TransportBar extends HBox {

  private final Recording recording;
  private final Bench bench;
  private final Playback playback;
  private final Commands commands;
  private final Words words;
  private final FontIcon playIcon = new FontIcon(Feather.PLAY);
  private final Button first = button(Command.FIRST, new FontIcon(Feather.SKIP_BACK));
  private final Button back = button(Command.BACK, new FontIcon(Feather.CHEVRON_LEFT));
  private final Button play = button(Command.PLAY, playIcon);
  private final Button forward = button(Command.FORWARD, new FontIcon(Feather.CHEVRON_RIGHT));
  private final Button last = button(Command.LAST, new FontIcon(Feather.SKIP_FORWARD));
  private final Label step = new Label();

  TransportBar(
      Recording recording, Bench bench, Playback playback, Commands commands, Words words) {
    this.recording = recording;
    this.bench = bench;
    this.playback = playback;
    this.commands = commands;
    this.words = words;
    getStyleClass().add("transport");
    setAlignment(Pos.CENTER_LEFT);
    play.getStyleClass().add("play-button");
    step.getStyleClass().add("step-label");
    step.setId("step");
    VBox time = new VBox(step, new MomentSlider(recording, playback, words));
    time.getStyleClass().add("transport-time");
    time.setAlignment(Pos.CENTER);
    getChildren().addAll(first, back, play, forward, last, time);
    recording.shownProperty().addListener((_, _, _) -> refresh());
    recording.lastMomentProperty().addListener((_, _, _) -> refresh());
    bench
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

  private Button button(Command command, FontIcon icon) {
    Button button = new Button(null, icon);
    button.getStyleClass().addAll("transport-button");
    button.setId(command.name());
    button.setTooltip(new Tooltip());
    button.setOnAction(_ -> commands.run(command));
    return button;
  }

  private void refresh() {
    boolean started = recording.moment() > 0;
    first.setDisable(!started);
    back.setDisable(!started);
    forward.setDisable(!playback.more());
    last.setDisable(!recording.inPast());
    play.setDisable(!playback.more() && recording.lastMoment() == 0);
    boolean playing = playback.playingProperty().get();
    playIcon.setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
    name(first, Command.FIRST.key(), Command.FIRST);
    name(back, Command.BACK.key(), Command.BACK);
    name(play, playing ? "command.pause" : Command.PLAY.key(), Command.PLAY);
    name(forward, Command.FORWARD.key(), Command.FORWARD);
    name(last, Command.LAST.key(), Command.LAST);
    step.setText(where());
  }

  private void name(Button button, String key, Command command) {
    String name = words.get(key);
    button.setAccessibleText(name);
    String keys = command.keys().map(found -> "  " + found.getDisplayText()).orElse("");
    button.getTooltip().setText(name + keys);
  }

  private String where() {
    LessonPlay lesson = bench.lessonProperty().get();
    return lesson != null && !recording.inPast()
        ? words.get("top.step", lesson.madeProperty().get(), lesson.total())
        : words.get("top.event", recording.moment(), recording.lastMoment());
  }
}
