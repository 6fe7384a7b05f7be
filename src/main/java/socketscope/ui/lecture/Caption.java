package socketscope.ui.lecture;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import socketscope.event.Event;
import socketscope.ui.inspector.EventSummary;
import socketscope.ui.model.Recording;
import socketscope.ui.wording.Words;

/** What just happened, in large type, and which step of how many it is. */
final class Caption extends HBox {

  /** How many lines it takes at most, so that the diagram keeps the screen. */
  private static final double LINES = 3;

  /** The height of a line beside that of the letters, and of what is around them all. */
  private static final double LEADING = 1.45;

  private static final double MARGINS = 0.8;

  private final Recording recording;
  private final Words words;
  private final Label step = new Label();
  private final Label hidden = new Label();
  private final Label note = new Label();
  private final Label sentences = new Label();

  /** Nothing is told while there is nobody to read it. */
  private boolean on;

  Caption(Recording recording, Words words) {
    this.recording = recording;
    this.words = words;
    getStyleClass().add("lecture-caption");
    setAlignment(Pos.CENTER_LEFT);
    step.setId("lecture-step");
    step.getStyleClass().add("lecture-step");
    step.setMinWidth(USE_PREF_SIZE);
    hidden.setId("lecture-hidden");
    hidden.getStyleClass().add("lecture-step");
    hidden.setMinWidth(USE_PREF_SIZE);
    tellHidden(0);
    sentences.setId("lecture-happened");
    sentences.setWrapText(true);
    sentences.setMaxWidth(Double.MAX_VALUE);
    note.setId("lecture-note");
    note.getStyleClass().add("note");
    note.setWrapText(true);
    note.setMaxWidth(Double.MAX_VALUE);
    VBox said = new VBox(note, sentences);
    said.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(said, Priority.ALWAYS);
    VBox counted = new VBox(step, hidden);
    counted.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(counted, said);
    recording.shownProperty().addListener((_, _, _) -> refresh());
    recording.selectedProperty().addListener((_, _, _) -> refresh());
    recording.lastMomentProperty().addListener((_, _, _) -> refresh());
    words.onChange(this::refresh);
  }

  /** Tells what happens from now on. */
  void begin() {
    on = true;
    refresh();
  }

  /** Tells no more. */
  void end() {
    on = false;
  }

  /** Nobody is to think that what a filter hides did not happen. */
  final void tellHidden(int rows) {
    hidden.setText(words.counted("filter.hidden", rows));
    hidden.setVisible(rows > 0);
    hidden.setManaged(rows > 0);
  }

  /** Takes the room that its lines need where letters are that high. */
  void resizeTo(double letters) {
    double height = letters * (LINES * LEADING + MARGINS);
    setMinHeight(height);
    setMaxHeight(height);
  }

  private void refresh() {
    if (!on) {
      return;
    }
    List<Event> current = recording.currentEvents();
    String written = current.isEmpty() ? "" : recording.note(current.getLast()).orElse("");
    note.setText(written);
    note.setVisible(!written.isEmpty());
    note.setManaged(!written.isEmpty());
    step.setText(words.get("lecture.step", recording.moment(), recording.lastMoment()));
    sentences.setText(EventSummary.of(current, recording.folds(), words));
  }
}
