package socketscope.ui.diagram;

import javafx.beans.property.DoubleProperty;
import javafx.scene.input.ScrollEvent;

/** Zooms with Ctrl and the wheel. */
record WheelZoom(DoubleProperty scale) {

  /** The least scale of a diagram. */
  static final double LEAST = 0.8;

  /** The greatest one that the wheel leads to. */
  private static final double GREATEST = 2.5;

  private static final double STEP = 1.1;

  void turned(ScrollEvent event) {
    if (event.isControlDown() && event.getDeltaY() != 0) {
      double factor = event.getDeltaY() > 0 ? STEP : 1 / STEP;
      scale.set(Math.clamp(scale.get() * factor, LEAST, GREATEST));
      event.consume();
    }
  }
}
