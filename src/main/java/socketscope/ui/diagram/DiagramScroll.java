package socketscope.ui.diagram;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import socketscope.layout.LayoutOptions.Extent;
import socketscope.layout.Metrics;
import socketscope.layout.Picture;
import socketscope.layout.RowShape;
import socketscope.ui.scroll.DirectScroll;

/** Scrolls the diagram, and follows its end unless the user has scrolled away from it. */
final class DiagramScroll extends DirectScroll {

  /** What the bar takes of the width. */
  static final double BAR = 20;

  /** Rows are drawn so many at a time. */
  private static final int PORTION = 8;

  /** How near to the end still counts as being there. */
  private static final double NEAR = 6;

  /** How much beside an arrow is to be in sight: its program's name above it. */
  private static final double ACROSS = 90;

  private final Region body;
  private final Runnable moved;
  private double height;
  private double top;
  private final ReadOnlyDoubleWrapper shownTop = new ReadOnlyDoubleWrapper();
  private boolean following = true;
  private boolean adjusting;
  private boolean dragging;

  /**
   * @param moved called when other rows may be in sight
   */
  DiagramScroll(Region body, Runnable moved) {
    this.body = body;
    this.moved = moved;
    getStyleClass().add("diagram-scroll");
    setContent(body);
    setFocusTraversable(false);
    setPannable(false);
    setFitToHeight(
        true); // a height taken from the view would change the view, and so on without end
    setVvalue(1);
    vvalueProperty().addListener(_ -> scrolled());
    addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> dragging = true);
    addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> dragging = false);
    addEventFilter(ScrollEvent.SCROLL, this::wheel);
    viewportBoundsProperty().addListener((_, _, _) -> resized());
  }

  private void resized() {
    adjust();
    moved.run();
  }

  /** Only the user moves the bar: what the pane does by itself when its content grows is undone. */
  private void scrolled() {
    if (adjusting) {
      return;
    }
    if (dragging) {
      scrollTo(getVvalue() * hidden());
    } else {
      adjust();
    }
  }

  private void wheel(ScrollEvent event) {
    if (!event.isControlDown() && event.getDeltaY() != 0) {
      scrollTo(top - event.getDeltaY());
      event.consume();
    }
  }

  /** Scrolls to there, as far as there is content. */
  void scrollTo(double wanted) {
    top = Math.clamp(wanted, 0, hidden());
    following = hidden() - top < NEAR;
    adjust();
    moved.run();
  }

  /** Shows the end, and follows it. */
  void scrollToEnd() {
    scrollTo(hidden());
  }

  private double hidden() {
    return Math.max(0, height - viewHeight());
  }

  /** The content is that high now: the place in sight stays, or the end stays in sight. */
  void contentHeight(double newHeight) {
    height = newHeight;
    adjust();
  }

  private void adjust() {
    adjusting = true;
    body.setMinHeight(height);
    body.setPrefHeight(height);
    top = following ? hidden() : Math.min(top, hidden());
    setVvalue(hidden() == 0 ? 1 : top / hidden());
    adjusting = false;
    shownTop.set(top);
  }

  /** Scrolls as little as shows the content between these heights. */
  void reveal(double from, double to) {
    double wanted = Math.max(Math.min(top, from), to - viewHeight());
    if (wanted != top && hidden() > 0) {
      scrollTo(wanted);
    }
  }

  /** With many programs, what just happened may be beside what is in sight. */
  void revealAcross(Picture picture, int row) {
    for (RowShape shape : picture.rows()) {
      if (shape.index() == row && shape.arrow() != null) {
        double from = Math.min(shape.arrow().x1(), shape.arrow().x2()) - ACROSS;
        double to = Math.max(shape.arrow().x1(), shape.arrow().x2()) + ACROSS;
        revealAcross(from, to, picture.width());
      }
    }
  }

  /**
   * Scrolls sideways as little as shows what is between those places of a content of that width;
   * not at all where a part of what is wider than the view is in sight.
   */
  private void revealAcross(double from, double to, double width) {
    double view = viewWidth();
    double room = Math.max(0, width - view);
    double left = getHvalue() * room;
    boolean wide = to - from > view;
    if (room > 0 && !(wide && from < left + view && to > left)) {
      double wanted = Math.max(Math.min(left, from), to - view);
      setHvalue(Math.clamp(wanted, 0, room) / room);
    }
  }

  /** How much of the content is above what is in sight. */
  double top() {
    return top;
  }

  /** How much of it is left of what is in sight. */
  double left() {
    return getHvalue() * Math.max(0, body.getWidth() - viewWidth());
  }

  /** The same, to be observed. */
  ReadOnlyDoubleProperty topProperty() {
    return shownTop.getReadOnlyProperty();
  }

  /**
   * The rows in sight, and a few more, so that the picture need not change each time a row comes
   * into sight.
   */
  Extent inSight(Metrics metrics, int rows) {
    int first = (int) ((top - metrics.top()) / metrics.row()) - 1;
    int last = first + (int) (viewHeight() / metrics.row()) + 4;
    return new Extent(
        Math.floorDiv(first, PORTION) * PORTION,
        Math.ceilDiv(last, PORTION) * PORTION,
        rows,
        viewHeight());
  }

  double viewHeight() {
    return getViewportBounds().getHeight();
  }

  double viewWidth() {
    return getViewportBounds().getWidth();
  }
}
