package socketscope.ui.diagram;

import javafx.animation.AnimationTimer;

/** Lets new rows appear one after another, at a pace that an eye can follow. */
final class RowReveal extends AnimationTimer {

  /** How long one row takes at speed 1. */
  private static final double NANOS_A_ROW = 220e6;

  /** Where the rows to come would take longer than that, each takes less. */
  private static final double PATIENCE = 2e9;

  /** So many rows can be shown one by one where nothing was shown before. */
  static final int UNHURRIED = 12;

  private static final double FRAME = 1e9 / 60;

  private final Runnable frame;
  private double speed = 1;
  private boolean animated = true;
  private double shown;
  private int target;
  private long last;
  private boolean running;

  /**
   * @param frame called whenever more, or less, is to be shown
   */
  RowReveal(Runnable frame) {
    this.frame = frame;
  }

  void setSpeed(double rowsFaster) {
    speed = Math.max(0.01, rowsFaster);
  }

  void setAnimated(boolean wanted) {
    animated = wanted;
    if (!wanted) {
      showAll(target);
    }
  }

  /** Everything up to that row is shown at once. */
  void showAll(int rows) {
    target = rows;
    shown = rows;
    halt();
    frame.run();
  }

  /** Rows up to that one shall be shown. */
  void showUpTo(int rows) {
    target = rows;
    shown = Math.min(shown, rows);
    if (!animated || shown >= rows) {
      showAll(rows);
    } else if (!running) {
      running = true;
      last = 0;
      start();
    }
  }

  /** How many rows are to be seen, the last of them perhaps in part. */
  int rows() {
    return (int) Math.ceil(shown);
  }

  /** How much of that row is to be seen, from 0 to 1. */
  double partOf(int row) {
    return Math.clamp(shown - row, 0, 1);
  }

  boolean running() {
    return running;
  }

  @Override
  public void handle(long now) {
    // The first frame shows something already: nobody waits for the second one to see a press.
    double passed = last == 0 ? FRAME : Math.min((double) (now - last), NANOS_A_ROW);
    last = now;
    double pending = target - shown;
    double hurry = Math.max(1, pending * NANOS_A_ROW / speed / PATIENCE);
    shown = Math.min(target, shown + passed / NANOS_A_ROW * speed * hurry * hurry);
    if (shown >= target) {
      halt();
    }
    frame.run();
  }

  private void halt() {
    running = false;
    stop();
  }
}
