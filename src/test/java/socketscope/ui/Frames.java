package socketscope.ui;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Counts the frames of a scene, and how long each takes. Times in milliseconds. */
final class Frames {

  private final Scene scene;

  Frames(Scene scene) {
    this.scene = scene;
  }

  /**
   * What some frames took.
   *
   * @param work from the beginning of a frame to the end of its layout, on the JavaFX thread
   * @param intervals from one frame to the next: rendering is part of it
   */
  record Times(double[] work, double[] intervals) {

    static double part(double[] times, double part) {
      if (times.length == 0) {
        return 0;
      }
      double[] sorted = times.clone();
      Arrays.sort(sorted);
      return sorted[(int) Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
    }

    /** The share of frames that came so late that at least one was left out, in percent. */
    double dropped() {
      return 100.0
          * Arrays.stream(intervals).filter(time -> time > 25).count()
          / Math.max(1, intervals.length);
    }

    String row(String name) {
      return String.format(
          "%-46s %4d | %6.1f %6.1f | %6.1f %6.1f | %5.1f %%",
          name,
          intervals.length,
          part(work, 0.5),
          part(work, 0.99),
          part(intervals, 0.5),
          part(intervals, 0.99),
          dropped());
    }
  }

  /**
   * Does something in each frame, as long as it says that there is more.
   *
   * @param frame is given the number of the frame, from 0
   */
  Times during(int most, IntPredicate frame) throws Exception {
    Counter counter = new Counter(most, frame);
    Platform.runLater(counter::begin);
    return counter.done.get(120, TimeUnit.SECONDS);
  }

  private final class Counter extends AnimationTimer {

    final CompletableFuture<Times> done = new CompletableFuture<>();
    private final Runnable laidOut = this::laidOut;
    private final int most;
    private final IntPredicate frame;
    private final double[] work;
    private final double[] intervals;
    private int count = -1;
    private long began;

    Counter(int most, IntPredicate frame) {
      this.most = most;
      this.frame = frame;
      this.work = new double[most];
      this.intervals = new double[most];
    }

    void begin() {
      scene.addPostLayoutPulseListener(laidOut);
      start();
    }

    @Override
    public void handle(long unused) {
      long now = System.nanoTime();
      if (count >= 0) {
        intervals[count] = (now - began) / 1e6;
      }
      count++;
      began = now;
      boolean more = false;
      try {
        more = count < most && frame.test(count);
      } catch (RuntimeException e) {
        done.completeExceptionally(e);
      }
      if (!more) {
        stop();
        scene.removePostLayoutPulseListener(laidOut);
        done.complete(new Times(Arrays.copyOf(work, count), Arrays.copyOf(intervals, count)));
      }
    }

    private void laidOut() {
      if (count >= 0 && count < most) {
        work[count] = (System.nanoTime() - began) / 1e6;
      }
    }
  }
}
