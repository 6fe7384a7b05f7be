package socketscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import socketscope.event.Event;
import socketscope.explain.Sentences;
import socketscope.ui.state.Moves;
import socketscope.ui.wording.Words;

/** Says what just happened, and what did not, in a few plain sentences. */
public final class Happened {

  private Happened() {}

  /** The sentences about the last of those events. */
  public static String of(List<Event> spoken, Words words) {
    if (spoken.isEmpty()) {
      return words.get("inspector.nothing");
    }
    List<String> said = new ArrayList<>(Sentences.of(words.language()).happened(spoken));
    said.addAll(Moves.of(spoken, words));
    return String.join(" ", said);
  }
}
