package socketscope.ui;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import socketscope.ui.scroll.DirectScroll;

/**
 * The root of a window: draws everything in it larger or smaller, text and all else alike. What is
 * in it is laid out in the room that is left at that scale; below the least room it scrolls, so
 * that all of it can be reached.
 */
final class ScaledRoot extends Region {

  /** Below this the parts of the window would cover each other, in pixels before scaling. */
  private static final double LEAST_WIDTH = 620;

  private static final double LEAST_HEIGHT = 400;

  private final Region content;
  private final ScrollPane scroll = new DirectScroll();
  private final Scale transform = new Scale();
  private final DoubleProperty scale = new SimpleDoubleProperty(1);

  ScaledRoot(Region content) {
    this.content = content;
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("scaled-root");
    transform.xProperty().bind(scale);
    transform.yProperty().bind(scale);
    content.getTransforms().add(transform);
    getChildren().add(content);
    scale.addListener(_ -> fit());
    widthProperty().addListener(_ -> fit());
    heightProperty().addListener(_ -> fit());
  }

  /** How large everything is drawn; 1 is the usual size. */
  DoubleProperty scaleProperty() {
    return scale;
  }

  /** Scrolls where, and only where, there is too little room. */
  private void fit() {
    boolean narrow = getWidth() / scale.get() < LEAST_WIDTH;
    boolean low = getHeight() / scale.get() < LEAST_HEIGHT;
    boolean scrolls = getWidth() > 0 && getHeight() > 0 && (narrow || low);
    content.setMinWidth(scrolls && narrow ? LEAST_WIDTH : USE_COMPUTED_SIZE);
    content.setMinHeight(scrolls && low ? LEAST_HEIGHT : USE_COMPUTED_SIZE);
    if (scrolls != getChildren().contains(scroll)) {
      if (scrolls) {
        getChildren().setAll(scroll);
        content.getTransforms().clear();
        scroll.getTransforms().setAll(transform);
        scroll.setContent(content);
      } else {
        scroll.setContent(null);
        content.getTransforms().setAll(transform);
        getChildren().setAll(content);
      }
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    Region shown = getChildren().contains(scroll) ? scroll : content;
    shown.resizeRelocate(0, 0, getWidth() / scale.get(), getHeight() / scale.get());
  }
}
