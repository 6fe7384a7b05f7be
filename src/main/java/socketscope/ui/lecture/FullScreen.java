package socketscope.ui.lecture;

import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/** The window over the whole screen, for a time. */
final class FullScreen {

  private final Scene scene;
  private final ChangeListener<Boolean> watch;
  private boolean before;

  /**
   * @param left called where the system, not the lecture, ends it
   */
  FullScreen(Scene scene, Runnable left) {
    this.scene = scene;
    this.watch =
        (_, _, full) -> {
          if (!full) {
            left.run();
          }
        };
  }

  /** Where the system does not grant it, the window keeps its size. */
  void enter() {
    if (scene.getWindow() instanceof Stage stage) {
      before = stage.isFullScreen();
      // Esc is the lecture's, and what JavaFX says about it is in no language of ours.
      stage.setFullScreenExitHint("");
      stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
      stage.setFullScreen(true);
      stage.fullScreenProperty().addListener(watch);
    }
  }

  void leave() {
    if (scene.getWindow() instanceof Stage stage) {
      stage.fullScreenProperty().removeListener(watch);
      stage.setFullScreen(before);
    }
  }
}
