package socketscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import socketscope.event.Event;
import socketscope.explain.Sentences;
import socketscope.explain.Story;
import socketscope.ui.model.Folds;
import socketscope.ui.state.Moves;
import socketscope.ui.wording.Words;

/** Says what just happened, and what did not, in a few plain sentences. */
public final class Happened {

  private Happened() {}

  /**
   * The sentences about the last of those events.
   *
   * @param folds what the events tell
   */
  public static String of(List<Event> spoken, Folds folds, Words words) {
    if (spoken.isEmpty()) {
      return words.get("inspector.nothing");
    }
    Event last = spoken.getLast();
    Story story = folds.story(spoken.size());
    List<String> said = new ArrayList<>(Sentences.of(words.language()).happened(story, last));
    said.addAll(Moves.of(last, folds.spokenStates(spoken.size()), words));
    return String.join(" ", said);
  }
}
