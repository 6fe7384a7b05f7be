package socketscope.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import socketscope.event.Event;
import socketscope.ui.model.Folds;
import socketscope.ui.scroll.DirectScroll;
import socketscope.ui.wording.Words;

/** What just happened, and what did not, in a few plain sentences. */
public final class EventSummaryView extends VBox {

  private final Words words;
  private final Label title = new Label();
  private final Label note = new Label();
  private final Label sentences = new Label();

  /** Speaks with those words. */
  public EventSummaryView(Words words) {
    this.words = words;
    getStyleClass().add("just-happened");
    words.onChange(() -> asOf(Optional.empty()));
    title.getStyleClass().add("just-happened-title");
    sentences.setWrapText(true);
    sentences.setId("happened");
    sentences.getStyleClass().add("prose");
    note.setId("note");
    note.getStyleClass().add("note");
    note.setWrapText(true);
    ScrollPane scroll = new DirectScroll(new VBox(note, sentences));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, scroll);
  }

  /** That it is about an earlier moment than the last that is shown; empty for that one. */
  public void asOf(Optional<String> moment) {
    title.setText(
        moment
            .map(time -> words.get("inspector.happened.then", time))
            .orElseGet(() -> words.get("inspector.happened")));
  }

  /** Says that, in place of what happened. */
  public void say(String sentence) {
    sentences.setText(sentence);
  }

  /**
   * Tells about the last of those events, and what somebody noted about it.
   *
   * @param folds what the events tell
   */
  public void show(List<Event> current, Folds folds, Optional<String> written) {
    show(current, folds, written, false);
  }

  /**
   * The same.
   *
   * @param beside whether what is told of the call is seen beside this
   */
  void show(List<Event> current, Folds folds, Optional<String> written, boolean beside) {
    note.setText(written.orElse(""));
    note.setVisible(written.isPresent());
    note.setManaged(written.isPresent());
    sentences.setText(EventSummary.of(current, folds, words, beside));
  }
}
