package socketscope.ui.diagram;

import javafx.beans.property.DoubleProperty;
import javafx.scene.input.ScrollEvent;

/** Zooms with Ctrl and the wheel. */
record WheelZoom(DoubleProperty scale, double least, double greatest) {

  private static final double STEP = 1.1;

  void turned(ScrollEvent event) {
    if (event.isControlDown() && event.getDeltaY() != 0) {
      double factor = event.getDeltaY() > 0 ? STEP : 1 / STEP;
      scale.set(Math.clamp(scale.get() * factor, least, greatest));
      event.consume();
    }
  }
}
