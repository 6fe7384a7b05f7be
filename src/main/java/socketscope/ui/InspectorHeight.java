package socketscope.ui;

import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import socketscope.ui.model.Settings;

/** Remembers where the user has put the border of the inspector. */
final class InspectorHeight {

  private final SplitPane split;
  private final Settings settings;

  InspectorHeight(SplitPane split, Settings settings) {
    this.split = split;
    this.settings = settings;
  }

  /** Only what was dragged is the user's choice: a window that grows moves the border, too. */
  void remember() {
    split
        .lookupAll(".split-pane-divider")
        .forEach(divider ->
            divider.addEventHandler(
                MouseEvent.MOUSE_RELEASED,
                _ ->
                    settings
                        .inspectorHeightProperty()
                        .set((1 - split.getDividerPositions()[0]) * split.getHeight())));
  }
}
