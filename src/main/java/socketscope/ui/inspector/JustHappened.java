package socketscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import socketscope.event.Event;
import socketscope.explain.Sentences;
import socketscope.explain.Story;
import socketscope.ui.model.Folds;
import socketscope.ui.state.Moves;
import socketscope.ui.wording.Words;

/** What just happened, and what did not, in a few plain sentences. */
public final class JustHappened extends VBox {

  private final Words words;
  private final Label sentences = new Label();

  /** Speaks with those words. */
  public JustHappened(Words words) {
    this.words = words;
    getStyleClass().add("just-happened");
    Label title = words.label(new Label(), "inspector.happened");
    title.getStyleClass().add("just-happened-title");
    sentences.setWrapText(true);
    sentences.setId("happened");
    sentences.getStyleClass().add("prose");
    ScrollPane scroll = new ScrollPane(sentences);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, scroll);
  }

  /** Says that, in place of what happened. */
  public void say(String sentence) {
    sentences.setText(sentence);
  }

  /**
   * Tells about the last of those events.
   *
   * @param folds what the events tell
   */
  public void show(List<Event> spoken, Folds folds) {
    if (spoken.isEmpty()) {
      sentences.setText(words.get("inspector.nothing"));
      return;
    }
    Event last = spoken.getLast();
    Story story = folds.story(spoken.size());
    List<String> said = new ArrayList<>(Sentences.of(words.language()).happened(story, last));
    said.addAll(Moves.of(last, folds.spokenStates(spoken.size()), words));
    sentences.setText(String.join(" ", said));
  }
}
