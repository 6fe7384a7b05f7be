package socketscope.ui.menu;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** While a menu is open, a letter alone gives its item, as in other programs of the desktop. */
final class MenuLetters {

  private MenuLetters() {}

  /** Listens while that menu of the bar, or one within it, is open. */
  static void listenIn(Menu menu) {
    // Typed, not pressed: else the character would go to what the item opens.
    EventHandler<KeyEvent> typed = event -> typed(menu, event);
    menu.addEventHandler(
        Menu.ON_SHOWN,
        event -> {
          ContextMenu popup = menu.getItems().getFirst().getParentPopup();
          if (event.getTarget().equals(menu) && popup != null) {
            popup.removeEventFilter(KeyEvent.KEY_TYPED, typed);
            popup.addEventFilter(KeyEvent.KEY_TYPED, typed);
          }
        });
  }

  private static void typed(Menu top, KeyEvent event) {
    boolean alone = !event.isAltDown() && !event.isControlDown() && !event.isMetaDown();
    if (alone && !event.getCharacter().isBlank()) {
      for (MenuItem item : innermost(top).getItems()) {
        if (isMeant(item, event.getCharacter())) {
          event.consume();
          give(item, top);
          return;
        }
      }
    }
  }

  private static Menu innermost(Menu menu) {
    for (MenuItem item : menu.getItems()) {
      if (item instanceof Menu inner && inner.isShowing()) {
        return innermost(inner);
      }
    }
    return menu;
  }

  private static boolean isMeant(MenuItem item, String letter) {
    return !item.isDisable()
        && item.isVisible()
        && item.isMnemonicParsing()
        && item.getText() != null
        && Mnemonics.marked(item.getText()).equalsIgnoreCase(letter);
  }

  private static void give(MenuItem item, Menu top) {
    if (item instanceof Menu inner) {
      open(inner);
      return;
    }
    top.hide();
    switch (item) {
      case CheckMenuItem check -> check.setSelected(!check.isSelected());
      case RadioMenuItem radio -> radio.setSelected(true);
      default -> {}
    }
    item.fire();
  }

  /**
   * As the arrow does it, from the line of its menu: by itself a menu within a menu does not open.
   */
  private static void open(Menu inner) {
    Node line = inner.getStyleableNode();
    if (line != null) {
      line.requestFocus();
      line.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false));
    }
  }
}
