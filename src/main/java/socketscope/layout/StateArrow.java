package socketscope.layout;

import java.util.List;
import socketscope.state.Edge;

/**
 * An arrow in the figure of the states.
 *
 * @param spots its bends, from its beginning to its head
 * @param words what makes a socket go this way, and what it sends
 */
public record StateArrow(Edge edge, List<Spot> spots, List<StateWord> words) {

  /** Keeps copies. */
  public StateArrow {
    spots = List.copyOf(spots);
    words = List.copyOf(words);
  }
}
