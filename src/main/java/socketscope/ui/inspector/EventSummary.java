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
public final class EventSummary {

  private EventSummary() {}

  /**
   * The sentences about the last of those events.
   *
   * @param folds what the events tell
   */
  public static String of(List<Event> current, Folds folds, Words words) {
    if (current.isEmpty()) {
      return words.get("inspector.nothing");
    }
    Event last = current.getLast();
    Story story = folds.story(current.size());
    List<String> said = new ArrayList<>(Sentences.of(words.language()).happened(story, last));
    said.addAll(Moves.of(last, folds.currentStates(current.size()), words));
    return String.join(" ", said);
  }
}
