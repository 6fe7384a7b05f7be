package socketscope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.Diagram;
import socketscope.event.Event;
import socketscope.failure.Failures;
import socketscope.status.Status;

/**
 * The events of the experiment, those of them that are shown, and the one that is picked out. What
 * is shown is always the first so many of them: all of them now, fewer in the past.
 *
 * <p>Where there is motion, one moment after another arrives: its arrow is on its way ({@link
 * #motionProperty}), and only when that has arrived does anything else of the moment count as
 * shown. So no effect is to be seen before its cause, whoever shows it.
 */
public final class Recording {

  private static final int NOW = -1;

  /** What is reported of a moment comes in pieces, packets last: so long it waits for them. */
  private static final long SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

  private final ReadOnlyObjectWrapper<List<Event>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.EMPTY);
  private final ObjectProperty<@Nullable Event> selected = new SimpleObjectProperty<>();
  private final ReadOnlyIntegerWrapper lastMoment = new ReadOnlyIntegerWrapper();
  private FoldedEvents folded = new FoldedEvents();
  private int moment = NOW;
  private boolean taking;

  /** Whether nothing new is shown by itself. */
  private boolean holding;

  /** The last moment that was shown since it holds. */
  private int seen;

  /** Whether the next thing to happen is to be shown though it holds. */
  private boolean expecting;

  /** How often somebody has made something happen. */
  private final ReadOnlyIntegerWrapper acts = new ReadOnlyIntegerWrapper();

  /** Whether the moment was stepped to, and nothing has happened since. */
  private boolean stepped;

  /** The last moment that has arrived; it comes before the wanted one while something moves. */
  private int arrived;

  /** How far the next moment has come, from 0 to 1. */
  private double part;

  private boolean animated;
  private final ReadOnlyIntegerWrapper behind = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Motion> motion = new ReadOnlyObjectWrapper<>();

  /**
   * Begins anew, without events.
   *
   * @return takes the events of this beginning, and drops them after the next one
   */
  public Consumer<List<Event>> begin() {
    return begin(new FoldedEvents());
  }

  /**
   * Shows those events in place of what was.
   *
   * @return takes more of them, and drops them after the next beginning
   */
  Consumer<List<Event>> begin(FoldedEvents next) {
    selected.set(null); // those who look at it still look at the former events
    folded = next;
    taking = true;
    moment = holding ? 0 : NOW;
    arrived = target();
    part = 0;
    seen = 0;
    stepped = false;
    changed();
    return batch -> {
      if (taking && folded.equals(next)) {
        Event lastShown = shown.get().isEmpty() ? null : shown.get().getLast();
        int ahead = target() - arrived;
        int seenEvents = folded.moments().events(seen);
        Event lastSeen = holding && seenEvents > 0 ? folded.all().get(seenEvents - 1) : null;
        next.add(batch);
        stay(lastShown, ahead);
        seen = lastSeen == null ? seen : momentWith(lastSeen, seen);
        changed();
      }
    };
  }

  /** Takes no more events. What is shown stays. */
  public void forget() {
    taking = false;
  }

  /** What comes late, but happened before the moment that is shown, takes nothing from it. */
  private void stay(@Nullable Event lastShown, int ahead) {
    arrived = lastShown == null ? 0 : momentWith(lastShown, arrived);
    if (moment != NOW && lastShown != null) {
      moment = held(arrived + ahead);
    }
    arrived = animated ? Math.min(arrived, target()) : target();
  }

  /** The first moment at which that event had happened; the other one where it is not known. */
  private int momentWith(Event event, int otherwise) {
    int place = FoldedEvents.place(folded.all(), event);
    return place < 0 ? otherwise : folded.moments().after(place + 1);
  }

  /** That moment, or now where it is the last one and nothing is held back. */
  private int held(int number) {
    int last = folded.moments().last();
    return number >= last && !holding ? NOW : Math.clamp(number, 0, last);
  }

  private void changed() {
    stepped &= inPast();
    show();
  }

  private void show() {
    List<Event> all = folded.all();
    int events = folded.moments().events(arrived);
    List<Event> prefix = events == all.size() ? all : all.subList(0, events);
    if (!prefix.equals(shown.get())) {
      // Where the panes' part fails, the diagram still shows what happened.
      Failures.attempt(() -> status.set(folded.folds().status(prefix.size())));
    }
    shown.set(prefix);
    lastMoment.set(folded.moments().last());
    behind.set(target() - arrived);
    if (behind.get() == 0) {
      part = 0;
    }
    // Where that fails, nothing moves, and what happened is shown all the same.
    Failures.attempt(
        () -> motion.set(behind.get() == 0 ? null : Motion.from(folded, arrived, part)));
  }

  /** From now on moments arrive one after another, by {@link #advance}; or all of them at once. */
  void setAnimated(boolean wanted) {
    animated = wanted;
    if (!wanted && arrived != target()) {
      arrived = target();
      show();
    }
  }

  /**
   * Lets what is on its way move, as fast as the settings say, unless they say that nothing is to.
   */
  public void animate(Settings settings) {
    settings.reducedMotionProperty().subscribe(reduced -> setAnimated(!reduced));
    new AnimationClock(behindProperty(), this::advance, settings);
  }

  /** How many moments are still to arrive until what is shown is what was wanted. */
  public ReadOnlyIntegerProperty behindProperty() {
    return behind.getReadOnlyProperty();
  }

  /** What is on its way; null while nothing is. It changes after {@link #shownProperty} does. */
  public ReadOnlyObjectProperty<@Nullable Motion> motionProperty() {
    return motion.getReadOnlyProperty();
  }

  /** Brings what is on its way nearer, by that many moments, and by parts of one. */
  void advance(double moments) {
    double reached = Math.min(part + moments, behind.get());
    int whole = (int) reached;
    Motion moving = motion.get();
    if (whole > 0 && settled(arrived + whole)) {
      part = reached - whole;
      arrived += whole;
      show();
    } else {
      part = Math.min(reached, 1);
      motion.set(moving == null ? null : moving.at(part));
    }
  }

  /** Whether what happened before that moment, and is told by others, has come by now. */
  private boolean settled(int number) {
    Event event = folded.all().get(folded.moments().events(number - 1));
    return !taking || Math.abs(System.nanoTime() - event.stamp().nanos()) > SETTLING_NANOS;
  }

  /** Completes what is on its way, and lets the next moment come. */
  public void forward() {
    arrived = target();
    part = 0;
    goTo(arrived + 1);
  }

  /** Shows the experiment as it was at that moment; at the last one, as it is now. */
  public void goTo(int number) {
    stepped = true;
    expecting = false;
    turnTo(number);
  }

  private void turnTo(int number) {
    boolean wasNow = moment == NOW;
    moment = held(number);
    seen = Math.max(seen, target());
    selected.set(null);
    boolean comes = target() == arrived + 1 || target() > arrived && wasNow && moment == NOW;
    if (!animated || !comes) {
      arrived = target();
    }
    show();
  }

  /** Shows the experiment as it is now. */
  public void goToNow() {
    stepped = false;
    expecting = false;
    turnTo(folded.moments().last());
  }

  /**
   * Somebody makes something happen: goes to where it will be shown, which is now. While nothing
   * new is shown by itself, what waits is not passed over: then it is the last moment that was
   * shown, and what happens is shown by itself only where nothing waits.
   */
  public void expect() {
    stepped = false;
    expecting = waiting() == 0;
    turnTo(holding ? seen : folded.moments().last());
    acts.set(acts.get() + 1);
  }

  /** Counts what somebody has made happen; changes after the moment has. */
  public ReadOnlyIntegerProperty actsProperty() {
    return acts.getReadOnlyProperty();
  }

  /** How many moments have not been shown yet, while none is shown by itself. */
  public int waiting() {
    return holding ? folded.moments().last() - seen : 0;
  }

  /**
   * From now on nothing new is shown by itself: each moment has to be gone to, the last one, too.
   * Or no longer so.
   */
  public void hold(boolean wanted) {
    int shownMoment = moment();
    arrived = shownMoment;
    holding = wanted;
    expecting = false;
    moment = held(shownMoment);
    seen = shownMoment;
  }

  /** Whether somebody makes something happen that is to be shown, and nothing has been since. */
  public boolean expecting() {
    return expecting;
  }

  /** Whether less is shown than has happened. */
  public boolean inPast() {
    return moment != NOW && moment < folded.moments().last();
  }

  /** The number of the moment that is shown; the first one is 0. */
  public int moment() {
    return arrived;
  }

  /** The moment that is wanted: the one that is shown, unless others are still to arrive. */
  private int target() {
    int last = folded.moments().last();
    return moment == NOW ? last : Math.min(moment, last);
  }

  /** The moment at which an event happened; the last one where it is none of these. */
  public int momentOf(Event event) {
    int place = FoldedEvents.place(folded.all(), event);
    return place < 0 ? lastMoment() : folded.moments().after(place + 1);
  }

  /** The number of the last moment. */
  public int lastMoment() {
    return folded.moments().last();
  }

  /** The number of the last moment. It changes after {@link #shownProperty} does. */
  public ReadOnlyIntegerProperty lastMomentProperty() {
    return lastMoment.getReadOnlyProperty();
  }

  /** The diagram of the events that are shown. */
  public Diagram diagram() {
    return folded.folds().diagram(shown.get().size());
  }

  /** What the events tell, up to any of them. */
  public Folds folds() {
    return folded.folds();
  }

  /** What all events tell of the capture. */
  public CaptureStatus capturing() {
    return folded.capturing();
  }

  /** All events, in the order of their time. */
  public List<Event> all() {
    return folded.all();
  }

  /** What somebody noted about an event; empty where nobody did. */
  public Optional<String> note(Event event) {
    return folded.note(event);
  }

  /** The events that are shown. It changes after {@link #statusProperty} does. */
  public ReadOnlyObjectProperty<List<Event>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** How the programs stand at the moment that is shown. */
  public ReadOnlyObjectProperty<Status> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** The event that the user has picked out; null for none. */
  public ObjectProperty<@Nullable Event> selectedProperty() {
    return selected;
  }

  /**
   * The shown events up to the current one: the selected one, or the last one that something
   * happened in. Empty where nothing has happened.
   */
  public List<Event> currentEvents() {
    List<Event> events = shown.get();
    Event picked = selected.get();
    int last = picked == null ? -1 : FoldedEvents.place(events, picked);
    return events.subList(0, last < 0 ? told() : last + 1);
  }

  /** The current event, where it was picked out and others that tell something came after it. */
  public Optional<Event> earlier() {
    List<Event> current = currentEvents();
    return current.isEmpty() || selected.get() == null || current.size() >= told()
        ? Optional.empty()
        : Optional.of(current.getLast());
  }

  /** How many of the shown events there are up to the last one that tells something. */
  private int told() {
    List<Event> events = shown.get();
    int last = events.size() - 1;
    while (last >= 0 && !folded.tells(events.get(last), stepped)) {
      last--;
    }
    return last + 1;
  }
}
