package socketscope.ui.diagram;

import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import socketscope.event.Event;

/** What keys and the mouse do with the rows: mark them, and go to their moment. */
final class RowInput {

  private final DiagramView view;
  private final RowWalk walk;
  private Consumer<Event> jump = _ -> {};

  RowInput(DiagramView view) {
    this.view = view;
    this.walk = new RowWalk(view::select);
  }

  void setOnJump(Consumer<Event> wanted) {
    jump = wanted;
  }

  void keyPressed(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown()) {
      return; // those are the window's
    }
    if (event.getCode() == KeyCode.ENTER) {
      jump();
      event.consume();
    } else if (walk.key(event.getCode(), view.selectedRow(), view.rows(), view.page())) {
      event.consume();
    }
  }

  void pressed(MouseEvent event) {
    view.requestFocus();
    int row = view.rowAt(event.getY());
    if (row >= 0 && row < view.rows()) {
      view.select(row);
      if (event.getClickCount() == 2) {
        jump();
      }
    }
  }

  private void jump() {
    if (view.selectedRow() >= 0) {
      jump.accept(view.event(view.selectedRow()));
    }
  }
}
