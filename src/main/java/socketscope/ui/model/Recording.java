package socketscope.ui.model;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.Diagram;
import socketscope.event.CaptureEvent;
import socketscope.event.Event;
import socketscope.event.Observation;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
import socketscope.event.StepChecked;
import socketscope.status.Status;

/**
 * The events of the experiment, those of them that are shown, and the one that is picked out. What
 * is shown is always the first so many of them: all of them now, fewer in the past.
 */
public final class Recording {

  private static final int NOW = -1;

  private final ReadOnlyObjectWrapper<List<Event>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.EMPTY);
  private final ObjectProperty<@Nullable Event> selected = new SimpleObjectProperty<>();
  private final ReadOnlyIntegerWrapper lastMoment = new ReadOnlyIntegerWrapper();
  private Reel reel = new Reel();
  private int moment = NOW;
  private boolean taking;

  /** Whether the moment was stepped to, and nothing has happened since. */
  private boolean stepped;

  /**
   * Begins anew, without events.
   *
   * @return takes the events of this beginning, and drops them after the next one
   */
  public Consumer<List<Event>> begin() {
    Reel mine = new Reel();
    begin(mine);
    taking = true;
    return batch -> {
      if (taking && reel.equals(mine)) {
        Event lastShown = inPast() && !shown.get().isEmpty() ? shown.get().getLast() : null;
        mine.add(batch);
        stay(lastShown);
        changed();
      }
    };
  }

  /** Shows those events in place of what was. */
  void begin(Reel next) {
    selected.set(null); // those who look at it still look at the former events
    reel = next;
    taking = false;
    moment = NOW;
    stepped = false;
    changed();
  }

  /** Takes no more events. What is shown stays. */
  public void forget() {
    taking = false;
  }

  /** What comes late, but happened before the moment that is shown, takes nothing from it. */
  private void stay(@Nullable Event lastShown) {
    int place = lastShown == null ? -1 : place(reel.all(), lastShown);
    if (place >= 0) {
      int number = reel.moments().after(place + 1);
      moment = number >= reel.moments().last() ? NOW : number;
    }
  }

  private void changed() {
    stepped &= inPast();
    show();
  }

  private void show() {
    List<Event> all = reel.all();
    List<Event> prefix = moment == NOW ? all : all.subList(0, reel.moments().events(moment));
    if (!prefix.equals(shown.get())) {
      status.set(reel.folds().status(prefix.size()));
    }
    shown.set(prefix);
    lastMoment.set(reel.moments().last());
  }

  /** Shows the experiment as it was at that moment; at the last one, as it is now. */
  public void goTo(int number) {
    stepped = true;
    turnTo(number);
  }

  private void turnTo(int number) {
    moment = number >= reel.moments().last() ? NOW : Math.max(0, number);
    selected.set(null);
    show();
  }

  /** Shows the experiment as it is now. */
  public void goToNow() {
    stepped = false;
    turnTo(reel.moments().last());
  }

  /** Whether less is shown than has happened. */
  public boolean inPast() {
    return moment != NOW;
  }

  /** The number of the moment that is shown; the first one is 0. */
  public int moment() {
    return moment == NOW ? reel.moments().last() : moment;
  }

  /** The moment at which an event happened; the last one where it is none of these. */
  public int momentOf(Event event) {
    int place = place(reel.all(), event);
    return place < 0 ? lastMoment() : reel.moments().after(place + 1);
  }

  /** The number of the last moment. */
  public int lastMoment() {
    return reel.moments().last();
  }

  /** The number of the last moment. It changes after {@link #shownProperty} does. */
  public ReadOnlyIntegerProperty lastMomentProperty() {
    return lastMoment.getReadOnlyProperty();
  }

  /** The diagram of the events that are shown. */
  public Diagram diagram() {
    return reel.folds().diagram(shown.get().size());
  }

  /** What the events tell, up to any of them. */
  public Folds folds() {
    return reel.folds();
  }

  /** All events, in the order of their time. */
  public List<Event> all() {
    return reel.all();
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
   * The shown events up to the one that is spoken of: the picked out one, or the last one that
   * something happened in. Empty where nothing has happened.
   */
  public List<Event> spokenOf() {
    List<Event> events = shown.get();
    Event picked = selected.get();
    int last = picked == null ? -1 : place(events, picked);
    if (last < 0) {
      last = events.size() - 1;
      while (last >= 0 && !tells(events.get(last))) {
        last--;
      }
    }
    return events.subList(0, last + 1);
  }

  /** The place of an event among events in the order of their time; -1 where it is not there. */
  private static int place(List<Event> events, Event wanted) {
    int found = Collections.binarySearch(events, wanted);
    while (found > 0 && events.get(found - 1).compareTo(wanted) == 0) {
      found--;
    }
    for (int i = Math.max(0, found);
        found >= 0 && i < events.size() && events.get(i).compareTo(wanted) == 0;
        i++) {
      if (events.get(i).equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Observations and answers as expected say nothing new about a call. While the experiment runs,
   * the call that was made is spoken of, not the packets that it caused; a step to a packet is.
   */
  private boolean tells(Event event) {
    return !(event instanceof Observation)
        && (!(event instanceof PacketInferred) || stepped)
        && (!(event instanceof CaptureEvent) || stepped && event instanceof PacketSeen)
        && !(event instanceof StepChecked checked && checked.met());
  }
}
