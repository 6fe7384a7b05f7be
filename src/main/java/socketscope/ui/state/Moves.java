package socketscope.ui.state;

import java.util.ArrayList;
import java.util.List;
import socketscope.event.Event;
import socketscope.state.SocketHistory;
import socketscope.state.Transition;
import socketscope.ui.wording.Words;

/** Says in sentences which sockets went to another state with an event. */
public final class Moves {

  private Moves() {}

  /**
   * The sentences about an event; empty where no socket's state changed.
   *
   * @param histories of all sockets, up to that event
   */
  public static List<String> of(Event last, List<SocketHistory> histories, Words words) {
    SocketWords said = new SocketWords(words);
    List<String> sentences = new ArrayList<>();
    for (SocketHistory history : histories) {
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
