package socketscope.ui.model;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;
import socketscope.event.Event;

/**
 * Steps through the recording, and from its end on through the lesson. Stepping back changes what
 * is shown, never the experiment.
 */
public final class Playback {

  /** Long enough to read what just happened. */
  private static final Duration PACE = Duration.seconds(1.6);

  private final Recording recording;
  private final ExperimentController controller;
  private final Timeline clock;
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();

  /** Plays that recording and that controller's lesson, at the pace of the settings. */
  public Playback(Recording recording, ExperimentController controller, Settings settings) {
    this.recording = recording;
    this.controller = controller;
    this.clock = new Timeline(new KeyFrame(PACE, _ -> tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.rateProperty().bind(settings.speedProperty());
    controller.beginningsProperty().addListener((_, _, _) -> pause());
  }

  /** Whether it steps forward by itself. */
  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /** Goes to the first moment. */
  public void first() {
    goTo(0);
  }

  /** Goes to that moment. */
  public void goTo(int moment) {
    pause();
    recording.goTo(moment);
  }

  /** Goes to the moment at which that event happened, and picks it out. */
  public void goTo(Event event) {
    goTo(recording.momentOf(event));
    recording.selectedProperty().set(event);
  }

  /** Goes back to the moment before. */
  public void back() {
    goTo(recording.moment() - 1);
  }

  /** Goes to the next moment; now, makes the next step of the lesson. */
  public void forward() {
    if (recording.inPast()) {
      recording.forward();
    } else {
      controller.step();
    }
  }

  /** Back to now. */
  public void last() {
    pause();
    recording.goToNow();
  }

  /** Plays or pauses. At the end of everything it plays from the first moment again. */
  public void playOrPause() {
    if (playing.get()) {
      pause();
      return;
    }
    if (!more()) {
      recording.goTo(0);
    } else {
      forward();
    }
    playing.set(true);
    clock.stop();
    clock.play();
  }

  private void tick() {
    forward();
    if (!more()) {
      pause();
    }
  }

  /** Whether there is something to step forward to. */
  public boolean more() {
    LessonPlay lesson = controller.lessonProperty().get();
    return recording.inPast() || lesson != null && lesson.next().isPresent();
  }

  /** Whether calls can be made. */
  public boolean live() {
    return controller.live();
  }

  /** Stops stepping forward by itself. */
  public void pause() {
    playing.set(false);
    clock.stop();
  }
}
