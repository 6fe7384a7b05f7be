package socketscope.ui;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import socketscope.ui.model.Settings;

/**
 * How high the inspector is: as the user has dragged it, as long as what stands above it keeps the
 * height that it needs. In a window too low for both, only its tabs are in sight until it has the
 * focus. In a window that is high again all is as it was.
 */
final class InspectorHeight {

  private static final double USUAL = 214;

  /** In a high window it takes that much of it, for then the states and the code can be read. */
  private static final double USUAL_PART = 0.27;

  /** In a low window the inspector takes no more than this of it. */
  private static final double MOST_PART = 0.36;

  /** Lower than that it shows too little of anything. */
  private static final double LEAST_TO_READ = 90;

  /** What the diagram and a pane need above it. */
  private static final double LEAST_ABOVE = 200;

  /** What it takes of a window that is too low for both, while it has the focus. */
  private static final double PART_WITH_FOCUS = 0.62;

  private static final double TABS = 52;

  private final SplitPane split;
  private final Region inspector;
  private final Settings settings;
  private boolean watched;

  InspectorHeight(SplitPane split, Region inspector, Settings settings) {
    this.split = split;
    this.inspector = inspector;
    this.settings = settings;
  }

  void keep() {
    split.setMinHeight(0); // what there is gets divided, however little it is
    split.heightProperty().addListener(_ -> divide());
    inspector.focusWithinProperty().addListener(_ -> divide());
  }

  private void divide() {
    double height = split.getHeight();
    if (height > 0) {
      watchDividers();
      double fitting = fitting(height);
      inspector.setMinHeight(fitting);
      inspector.setMaxHeight(fitting);
      split.setDividerPositions(1 - fitting / height);
    }
  }

  private double fitting(double height) {
    double room = height - LEAST_ABOVE;
    if (room < LEAST_TO_READ) {
      return inspector.isFocusWithin() ? PART_WITH_FOCUS * height : TABS;
    }
    double chosen = settings.inspectorHeightProperty().get();
    return Double.isFinite(chosen) ? Math.clamp(chosen, TABS, room) : Math.min(usual(height), room);
  }

  private static double usual(double height) {
    return Math.clamp(USUAL_PART * height, Math.min(USUAL, MOST_PART * height), MOST_PART * height);
  }

  /** They are there once the window has been laid out. */
  private void watchDividers() {
    if (!watched) {
      for (Node divider : split.lookupAll(".split-pane-divider")) {
        watched = true;
        divider.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> release());
        divider.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> remember());
      }
    }
  }

  private void release() {
    inspector.setMinHeight(TABS);
    inspector.setMaxHeight(Double.MAX_VALUE);
  }

  /** Only what was dragged, and where there is room for a choice, is the user's choice. */
  private void remember() {
    if (split.getHeight() - LEAST_ABOVE >= LEAST_TO_READ) {
      settings
          .inspectorHeightProperty()
          .set((1 - split.getDividerPositions()[0]) * split.getHeight());
      divide();
    }
  }
}
