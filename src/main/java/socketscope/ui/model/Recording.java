package socketscope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import socketscope.event.CaptureEvent;
import socketscope.event.Event;
import socketscope.event.NoteWritten;
import socketscope.event.Observation;
import socketscope.event.PacketInferred;
import socketscope.event.PacketSeen;
import socketscope.event.StepChecked;
import socketscope.infer.Inference;
import socketscope.status.Status;
import socketscope.trace.Trace;

/**
 * The events of the experiment, those of them that are shown, and the one that is picked out. What
 * is shown is always the first so many of them: all of them now, fewer in the past.
 */
public final class Recording {

  private static final int NOW = -1;

  private final ReadOnlyObjectWrapper<List<Event>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.EMPTY);
  private final ObjectProperty<@Nullable Event> selected = new SimpleObjectProperty<>();
  private List<Event> all = List.of();
  private Moments moments = Moments.of(List.of());
  private Trace trace = new Trace();
  private int moment = NOW;

  /** Whether the moment was stepped to, and nothing has happened since. */
  private boolean stepped;

  private final ReadOnlyIntegerWrapper last = new ReadOnlyIntegerWrapper();

  /** Whether nothing new is shown by itself. */
  private boolean holding;

  /** Whether the next thing to happen is to be shown though it holds. */
  private boolean expecting;

  /**
   * Begins anew, without events.
   *
   * @return takes the events of this beginning, and drops them after the next one
   */
  public Consumer<List<Event>> begin() {
    Trace mine = new Trace();
    trace = mine;
    selected.set(null);
    moment = holding ? 0 : NOW;
    stepped = false;
    changed();
    return batch -> {
      mine.add(batch);
      if (trace.equals(mine)) {
        changed();
      }
    };
  }

  /** Takes no more events. What is shown stays. */
  public void forget() {
    trace = new Trace();
  }

  private void changed() {
    stepped &= inPast();
    all = Inference.complete(trace.events());
    moments = Moments.of(all);
    show();
    last.set(moments.last());
  }

  private void show() {
    List<Event> prefix = moment == NOW ? all : all.subList(0, moments.events(moment()));
    status.set(Status.of(prefix));
    shown.set(List.copyOf(prefix));
  }

  /** Shows the experiment as it was at that moment; at the last one, as it is now. */
  public void goTo(int number) {
    stepped = true;
    expecting = false;
    turnTo(number);
  }

  private void turnTo(int number) {
    boolean now = number >= moments.last() && !holding;
    moment = now ? NOW : Math.clamp(number, 0, moments.last());
    selected.set(null);
    show();
  }

  /** Shows the experiment as it is now. */
  public void goToNow() {
    stepped = false;
    expecting = true;
    turnTo(moments.last());
  }

  /**
   * From now on nothing new is shown by itself: each moment has to be gone to, the last one, too.
   * Or no longer so.
   */
  public void hold(boolean wanted) {
    int shownMoment = moment();
    holding = wanted;
    expecting = false;
    moment = !wanted && shownMoment == moments.last() ? NOW : shownMoment;
  }

  /** Whether somebody went to now, as to make a call, and has seen nothing new since. */
  public boolean expecting() {
    return expecting;
  }

  /** Whether less is shown than has happened. */
  public boolean inPast() {
    return moment != NOW && moment < moments.last();
  }

  /** The number of the moment that is shown; the first one is 0. */
  public int moment() {
    return moment == NOW ? moments.last() : Math.min(moment, moments.last());
  }

  /** The number of the last moment. */
  public int lastMoment() {
    return moments.last();
  }

  /** That number, to be observed. It changes after what is shown. */
  public ReadOnlyIntegerProperty lastMomentProperty() {
    return last.getReadOnlyProperty();
  }

  /** All events, in the order of their time. */
  public List<Event> all() {
    return all;
  }

  /** What somebody noted about an event; empty where nobody did. */
  public Optional<String> note(Event event) {
    return NoteWritten.about(all, event);
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
    int picked = selected.get() == null ? -1 : events.lastIndexOf(selected.get());
    int last =
        picked >= 0
            ? picked
            : IntStream.range(0, events.size()).filter(i -> tells(events.get(i))).max().orElse(-1);
    return events.subList(0, last + 1);
  }

  /**
   * Observations and answers as expected say nothing new about a call. While the experiment runs,
   * the call that was made is spoken of, not the packets that it caused; a step to a packet is.
   */
  private boolean tells(Event event) {
    return !(event instanceof Observation)
        && !(event instanceof NoteWritten)
        && (!(event instanceof PacketInferred) || stepped)
        && (!(event instanceof CaptureEvent) || stepped && event instanceof PacketSeen)
        && !(event instanceof StepChecked checked && checked.met());
  }
}
