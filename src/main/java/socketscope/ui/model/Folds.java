package socketscope.ui.model;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import socketscope.diagram.Diagram;
import socketscope.diagram.DiagramBuilder;
import socketscope.event.Event;
import socketscope.explain.Story;
import socketscope.failure.Failures;
import socketscope.fold.Checkpoints;
import socketscope.state.SocketHistory;
import socketscope.state.StateFold;
import socketscope.status.Status;
import socketscope.status.StatusFold;

/**
 * What the first so many events of an experiment tell, for any number of them. Each answer goes on
 * from the one before, so that a step costs the same however many events there are.
 */
public final class Folds {

  private final Checkpoints<DiagramBuilder> diagrams =
      folds(DiagramBuilder::new, DiagramBuilder::copy, DiagramBuilder::add);
  private final Checkpoints<StatusFold> statuses =
      folds(StatusFold::new, StatusFold::copy, StatusFold::add);
  private final Checkpoints<Story> stories = folds(Story::new, Story::copy, Story::add);
  private final Checkpoints<StateFold> states = states();

  /** The same, up to the current event, which may be far from the last that is shown. */
  private final Checkpoints<StateFold> currentStates = states();

  Folds() {}

  private static Checkpoints<StateFold> states() {
    return folds(StateFold::new, StateFold::copy, StateFold::add);
  }

  /** An event that one of them fails at is reported, and left out: those after it are shown. */
  private static <F> Checkpoints<F> folds(
      Supplier<F> begin, UnaryOperator<F> copy, BiConsumer<F, Event> add) {
    return new Checkpoints<>(
        begin, copy, (fold, event) -> Failures.attempt(() -> add.accept(fold, event)));
  }

  /** Tells of those events; the first {@code same} of them are those told of before. */
  void replace(List<Event> events, int same) {
    Stream.of(diagrams, statuses, stories, states, currentStates)
        .forEach(folds -> folds.replace(events, same));
  }

  /** Folds the first so many in advance, as whoever shows them will. */
  void foldUpTo(int events) {
    Stream.of(diagrams, statuses, stories, currentStates).forEach(folds -> folds.at(events));
  }

  /** The diagram of the first so many events. */
  public Diagram diagram(int events) {
    return diagrams.at(events).build();
  }

  /** How the programs stand after so many events. */
  public Status status(int events) {
    return statuses.at(events).status();
  }

  /** The story up to that event; to be asked before the next one is taken. */
  public Story story(int events) {
    return stories.at(events);
  }

  /** What became of each socket in the first so many events. */
  public List<SocketHistory> states(int events) {
    return states.at(events).histories();
  }

  /** The same, for the events up to the current one. */
  public List<SocketHistory> currentStates(int events) {
    return currentStates.at(events).histories();
  }
}
