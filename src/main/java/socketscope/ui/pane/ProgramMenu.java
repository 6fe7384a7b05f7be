package socketscope.ui.pane;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.event.Role;
import socketscope.event.Service;
import socketscope.event.Signal;
import socketscope.ui.wording.Words;

/** What can be done to the program of a pane, beside its calls. */
final class ProgramMenu extends MenuButton {

  private static final int SEVERAL = 5;

  private final Words words;
  private final MenuItem stop;
  private final MenuItem goOn;
  private final MenuItem terminate;
  private final MenuItem kill;
  private final MenuItem again;
  private final Menu serve;

  ProgramMenu(Role role, Words words, CallActions calls) {
    super(null, new FontIcon(Feather.MORE_VERTICAL));
    this.words = words;
    setId("program-menu-" + role);
    getStyleClass().addAll("pane-button", "pane-menu");
    setMinWidth(USE_PREF_SIZE);
    words.tip(this, "program.menu");
    stop = item("signal.SIGSTOP", () -> calls.signal(Signal.SIGSTOP));
    goOn = item("signal.SIGCONT", () -> calls.signal(Signal.SIGCONT));
    terminate = item("signal.SIGTERM", () -> calls.signal(Signal.SIGTERM));
    kill = item("signal.SIGKILL", () -> calls.signal(Signal.SIGKILL));
    again = item("process.again", calls::startAgain);
    serve = new Menu();
    words.bind(serve.textProperty(), "serve");
    for (Service service : Service.values()) {
      serve.getItems().add(item("serve." + service, () -> calls.serve(service)));
    }
    SeparatorMenuItem above = new SeparatorMenuItem();
    serve.setVisible(role == Role.SERVER);
    above.setVisible(role == Role.SERVER);
    setOnShown(_ -> alignRight(stop.getParentPopup()));
    getItems()
        .addAll(
            stop,
            goOn,
            terminate,
            kill,
            again,
            above,
            serve,
            new SeparatorMenuItem(),
            item("program.add." + role, () -> calls.add(1)),
            item("program.add-several." + role, () -> calls.add(SEVERAL)));
  }

  /** It hangs from the right end of the button, so that it stays within the window. */
  private void alignRight(ContextMenu popup) {
    popup.setX(localToScreen(getBoundsInLocal()).getMaxX() - popup.getWidth());
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem();
    words.bind(item.textProperty(), key);
    item.setOnAction(_ -> action.run());
    return item;
  }

  /**
   * Shows what can be done to a program in that condition.
   *
   * @param repeatable whether another process of it can be started; a child is made by its parent
   */
  void show(Condition condition, boolean repeatable) {
    boolean runs =
        switch (condition) {
          case RUNNING, BLOCKED, STOPPED -> true;
          case STARTING, SEEN, ENDED -> false;
        };
    stop.setDisable(!runs || condition == Condition.STOPPED);
    goOn.setDisable(condition != Condition.STOPPED);
    terminate.setDisable(!runs);
    kill.setDisable(!runs);
    serve.setDisable(!runs);
    again.setDisable(condition != Condition.ENDED || !repeatable);
  }
}
