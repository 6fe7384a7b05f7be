package socketscope.ui.model;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Duration;
import socketscope.compare.Alignment;
import socketscope.compare.Alignment.Pair;
import socketscope.compare.CallKey;
import socketscope.compare.Comparison;
import socketscope.diagram.Diagram;
import socketscope.event.Event;

/**
 * Two experiments side by side, in step: a step of both is a call of one beside the same call of
 * the other, or a call that only one of them makes.
 */
public final class ComparisonPlayback {

  private static final Duration PACE = Duration.seconds(1.6);

  private final ComparedSide left;
  private final ComparedSide right;
  private final List<Pair> steps;
  private final Timeline clock = new Timeline(new KeyFrame(PACE, _ -> tick()));
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Comparison> comparison =
      new ReadOnlyObjectWrapper<>(Comparison.EMPTY);
  private List<Event> leftShown = List.of();
  private List<Event> rightShown = List.of();
  private final BooleanProperty reducedMotion = new SimpleBooleanProperty();

  /** What is to be shown when it has arrived, and how many rows of it are still to. */
  private Coming coming = new Coming(List.of(), List.of(), Comparison.EMPTY);

  private final ReadOnlyIntegerWrapper behind = new ReadOnlyIntegerWrapper();

  /** How many of those rows have come, the last of them perhaps in part; changes in each frame. */
  private final ReadOnlyDoubleWrapper arrived = new ReadOnlyDoubleWrapper();

  private record Coming(List<Event> left, List<Event> right, Comparison comparison) {}

  /** How many steps have been made, and how many of them are shown. */
  private int made;

  private int position;

  ComparisonPlayback(ComparedSide left, ComparedSide right, Settings settings) {
    this.left = left;
    this.right = right;
    this.steps = Alignment.of(left.steps(), right.steps(), CallKey::affinity);
    clock.setCycleCount(Animation.INDEFINITE);
    clock.rateProperty().bind(settings.speedProperty());
    reducedMotion.bind(settings.reducedMotionProperty());
    new AnimationClock(behind, this::advance, settings);
    made = left.live() || right.live() ? 0 : steps.size();
    position = made;
    left.recording().shownProperty().addListener((_, _, _) -> refresh());
    right.recording().shownProperty().addListener((_, _, _) -> refresh());
    refresh();
  }

  /** The experiment on the left. */
  public ComparedSide left() {
    return left;
  }

  /** The experiment on the right. */
  public ComparedSide right() {
    return right;
  }

  /** What is shown of both; it changes with every event and every step. */
  public ReadOnlyObjectProperty<Comparison> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** The events of the left side that are shown. */
  public List<Event> leftShown() {
    return leftShown;
  }

  /** The events of the right side that are shown. */
  public List<Event> rightShown() {
    return rightShown;
  }

  /** Whether it steps forward by itself. */
  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /** How many steps are shown. */
  public int position() {
    return position;
  }

  /** How many steps there are. */
  public int total() {
    return steps.size();
  }

  /** How many steps have been made. */
  public int made() {
    return made;
  }

  /** Whether less is shown than has happened. */
  public boolean inPast() {
    return position < made;
  }

  /** Goes before the first call. */
  public void first() {
    pause();
    goTo(0);
  }

  /** Goes back by a step. */
  public void back() {
    pause();
    goTo(position - 1);
  }

  /** Goes forward by a step; where none more has been made, makes the next one on both sides. */
  public void forward() {
    if (inPast()) {
      goTo(position + 1);
    } else if (made < steps.size() && left.ready() && right.ready()) {
      make(steps.get(made));
    }
  }

  private void make(Pair step) {
    made++;
    if (step.left() != Alignment.NONE) {
      left.step();
    }
    if (step.right() != Alignment.NONE) {
      right.step();
    }
    goTo(made);
  }

  /** Back to the last step that was made. */
  public void last() {
    pause();
    goTo(made);
  }

  /** What was picked out belongs to the moment that was shown. */
  private void goTo(int step) {
    left.recording().selectedProperty().set(null);
    right.recording().selectedProperty().set(null);
    position = Math.clamp(step, 0, made);
    refresh();
  }

  /** Plays or pauses. At the end of everything it plays from the first step again. */
  public void playOrPause() {
    if (playing.get()) {
      pause();
      return;
    }
    if (position >= steps.size()) {
      goTo(0);
    } else {
      forward();
    }
    playing.set(true);
    clock.stop(); // playFromStart() would set the rate, which is bound
    clock.play();
  }

  private void tick() {
    forward();
    if (position >= steps.size()) {
      pause();
    }
  }

  /** Stops stepping forward by itself. */
  public void pause() {
    playing.set(false);
    clock.stop();
  }

  /** Compares anew what is to be seen of both now. */
  private void refresh() {
    List<Pair> shown = steps.subList(0, position);
    List<Event> nextLeft =
        left.after((int) shown.stream().filter(s -> s.left() != Alignment.NONE).count());
    List<Event> nextRight =
        right.after((int) shown.stream().filter(s -> s.right() != Alignment.NONE).count());
    coming = new Coming(nextLeft, nextRight, Comparison.of(nextLeft, nextRight));
    int rows = coming.comparison.rows() - comparison.get().rows();
    boolean goesOn = nextLeft.size() >= leftShown.size() && nextRight.size() >= rightShown.size();
    if (reducedMotion.get() || rows <= 0 || !goesOn || leftShown.isEmpty()) {
      arrive();
    } else {
      behind.set((int) Math.ceil(rows - arrived.get()));
    }
  }

  private void advance(double rows) {
    double whole = (double) coming.comparison.rows() - comparison.get().rows();
    if (arrived.get() + rows >= whole) {
      arrive();
    } else {
      arrived.set(arrived.get() + rows);
      behind.set((int) Math.ceil(whole - arrived.get()));
    }
  }

  private void arrive() {
    leftShown = coming.left;
    rightShown = coming.right;
    arrived.set(0);
    behind.set(0);
    comparison.set(coming.comparison);
  }

  /** How many rows are on their way, or have come since both were compared, and part of one. */
  public ReadOnlyDoubleProperty arrivedProperty() {
    return arrived.getReadOnlyProperty();
  }

  /** What has come, and is coming, of the left side; nothing of it has brought anything about. */
  public Diagram leftArriving() {
    return arriving(comparison.get().left(), coming.comparison.left());
  }

  /** The same of the right side. */
  public Diagram rightArriving() {
    return arriving(comparison.get().right(), coming.comparison.right());
  }

  private Diagram arriving(Diagram before, Diagram next) {
    return before.arriving(next, comparison.get().rows() + (int) Math.ceil(arrived.get()));
  }

  /** The shown events of a side, up to its current one. */
  public List<Event> currentEvents(ComparedSide side) {
    List<Event> shown = side.equals(left) ? leftShown : rightShown;
    return ComparedSide.currentEvents(shown, side.recording().selectedProperty().get());
  }

  /** Ends both experiments with their programs; that takes a moment, which is not waited for. */
  void end() {
    pause();
    left.controller().end();
    right.controller().end();
  }

  /** Waits until all programs have ended. */
  void awaitEnd() {
    left.controller().close();
    right.controller().close();
  }
}
