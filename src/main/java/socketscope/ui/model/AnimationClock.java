package socketscope.ui.model;

import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyIntegerProperty;

/**
 * The one clock of everything that moves in a picture: how fast what is still to arrive arrives, at
 * a pace that an eye can follow. It stands while nothing is to.
 */
public final class AnimationClock extends AnimationTimer {

  /** How long one moment takes at speed 1. */
  private static final double NANOS_A_MOMENT = 260e6;

  /** Where the moments to come would take longer than that, each takes less. */
  private static final double PATIENCE = 2e9;

  private static final double FRAME = 1e9 / 60;

  private final ReadOnlyIntegerProperty behind;
  private final DoubleConsumer advance;
  private final Settings settings;
  private long last;
  private boolean running;

  /**
   * A clock that goes while something is to arrive.
   *
   * @param behind how many moments are still to arrive
   * @param advance brings them nearer by so many, and by parts of one
   * @param settings say how fast
   */
  public AnimationClock(ReadOnlyIntegerProperty behind, DoubleConsumer advance, Settings settings) {
    this.behind = behind;
    this.advance = advance;
    this.settings = settings;
    behind.addListener((_, _, _) -> begin());
    begin();
  }

  private void begin() {
    if (behind.get() > 0 && !running) {
      running = true;
      last = 0;
      start();
    }
  }

  @Override
  public void handle(long now) {
    if (behind.get() == 0) {
      running = false;
      stop();
      return;
    }
    // The first frame shows something already: nobody waits for the second one to see a press.
    double passed = last == 0 ? FRAME : Math.min((double) (now - last), NANOS_A_MOMENT);
    last = now;
    double speed = Math.max(0.01, settings.speedProperty().get());
    double hurry = Math.max(1, behind.get() * NANOS_A_MOMENT / speed / PATIENCE);
    advance.accept(passed / NANOS_A_MOMENT * speed * hurry * hurry);
  }
}
