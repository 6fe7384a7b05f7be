package socketscope.fold;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import socketscope.event.Event;

/**
 * A fold of the first so many of some events, for any number of them: gone on with where more are
 * asked for, and begun from a copy that was kept on the way where fewer are. Each step costs about
 * the same, however many events there are.
 *
 * @param <F> what folds one event after another
 */
public final class Checkpoints<F> {

  /** How many copies are kept along all of the events. */
  private static final int MOST = 32;

  private static final int LEAST_SPACING = 512;

  /** How far before a place that was gone back to more are kept: one who steps back goes on so. */
  private static final int[] NEAR = {32, 256};

  private final UnaryOperator<F> copy;
  private final BiConsumer<F, Event> add;
  private final NavigableMap<Integer, F> kept = new TreeMap<>();
  private final NavigableMap<Integer, F> near = new TreeMap<>();
  private List<Event> events = List.of();
  private int spacing = LEAST_SPACING;
  private @Nullable F current;
  private int at;

  /**
   * Folds nothing yet.
   *
   * @param begin the fold of no event
   * @param copy of a fold, to be gone on with apart
   * @param add adds the next event to a fold
   */
  public Checkpoints(Supplier<F> begin, UnaryOperator<F> copy, BiConsumer<F, Event> add) {
    this.copy = copy;
    this.add = add;
    kept.put(0, begin.get());
  }

  /**
   * Folds those events from now on.
   *
   * @param same how many of them, at the beginning, are those that were folded before
   */
  public void replace(List<Event> next, int same) {
    events = next;
    kept.tailMap(same, false).clear();
    near.tailMap(same, false).clear();
    if (at > same) {
      current = null;
    }
  }

  /**
   * The fold of the first {@code count} events. It is gone on with by the next question: what is to
   * stay must be taken from it.
   */
  public F at(int count) {
    F fold = current;
    if (fold == null || count < at || kept.floorKey(count) > at + spacing) {
      fold = resume(count);
    }
    fold = goOn(fold, count);
    current = fold;
    return fold;
  }

  private F resume(int count) {
    near.tailMap(count, false).clear();
    Map.Entry<Integer, F> far = kept.floorEntry(count);
    Map.Entry<Integer, F> close = near.floorEntry(count);
    boolean closer = close != null && close.getKey() > far.getKey();
    F fold = copy.apply(closer ? close.getValue() : far.getValue());
    at = closer ? close.getKey() : far.getKey();
    for (int i = NEAR.length - 1; i >= 0; i--) {
      int place = count - NEAR[i];
      if (place > at) {
        goOn(fold, place);
        near.put(place, copy.apply(fold));
      }
    }
    while (near.size() > 2 * NEAR.length) {
      near.pollFirstEntry();
    }
    return fold;
  }

  private F goOn(F fold, int count) {
    while (at < count) {
      add.accept(fold, events.get(at));
      at++;
      if (at % spacing == 0 && !kept.containsKey(at)) {
        keep(copy.apply(fold));
      }
    }
    return fold;
  }

  private void keep(F fold) {
    kept.put(at, fold);
    if (kept.size() > MOST) {
      spacing *= 2;
      kept.keySet().removeIf(place -> place % spacing != 0);
    }
  }
}
