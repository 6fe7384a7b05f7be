package socketscope.ui.pane;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import socketscope.ui.wording.Words;

/** Other ways to make a call than a press of its button. */
final class CallMenu extends ContextMenu {

  CallMenu(Words words, Runnable aside, Runnable inAll, CallActions calls) {
    MenuItem another = new MenuItem();
    words.bind(another.textProperty(), "call.aside");
    another.setOnAction(_ -> aside.run());
    MenuItem all = new MenuItem();
    all.setOnAction(_ -> inAll.run());
    getItems().addAll(another, all);
    setOnShowing(_ -> {
      all.setText(words.counted("call.in-all", calls.programs()));
      all.setDisable(calls.programs() < 2);
    });
  }
}
