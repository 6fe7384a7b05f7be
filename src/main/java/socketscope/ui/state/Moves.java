package socketscope.ui.state;

import java.util.ArrayList;
import java.util.List;
import socketscope.event.Event;
import socketscope.state.History;
import socketscope.state.StateFold;
import socketscope.state.Transition;
import socketscope.ui.wording.Words;

/** Says in sentences which sockets went to another state with an event. */
public final class Moves {

  private Moves() {}

  /** The sentences about the last of those events; empty where no socket's state changed. */
  public static List<String> of(List<Event> spoken, Words words) {
    if (spoken.isEmpty()) {
      return List.of();
    }
    SocketWords said = new SocketWords(words);
    Event last = spoken.getLast();
    List<String> sentences = new ArrayList<>();
    for (History history : StateFold.of(spoken)) {
      List<Transition> moved =
          history.transitions().stream().filter(one -> one.event().equals(last)).toList();
      if (!moved.isEmpty()) {
        sentences.add(
            said.get("moved", said.name(history), moved.getFirst().from(), moved.getLast().to()));
      }
    }
    return sentences;
  }
}
