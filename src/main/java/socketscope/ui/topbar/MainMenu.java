package socketscope.ui.topbar;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.model.Bench;
import socketscope.ui.model.Settings;
import socketscope.ui.wording.Words;

/** Everything that is not needed all the time. */
final class MainMenu extends MenuButton {

  private final Commands commands;
  private final Words words;

  MainMenu(Bench bench, Settings settings, Commands commands, Words words) {
    super(null, new FontIcon(Feather.MORE_VERTICAL));
    this.commands = commands;
    this.words = words;
    setId("menu");
    getStyleClass().addAll("icon-button", "main-menu");
    setMinWidth(USE_PREF_SIZE);
    words.tip(this, "top.menu");
    MenuItem openLast = item(Command.OPEN_LAST);
    List<MenuItem> items = new ArrayList<>();
    items.add(item(Command.NEW_EXPERIMENT));
    items.add(item(Command.OPEN_TRACE));
    items.add(openLast);
    items.add(item(Command.SAVE_TRACE));
    items.add(new SeparatorMenuItem());
    items.add(item(Command.EXPORT_SVG));
    items.add(item(Command.EXPORT_PNG));
    items.add(item(Command.EXPORT_TEXT));
    items.add(item(Command.EXPORT_HTML));
    items.add(item(Command.EXPORT_MERMAID));
    items.add(item(Command.EXPORT_PACKETS));
    items.add(item(Command.COPY_TRANSCRIPT));
    items.add(new SeparatorMenuItem());
    items.add(item(Command.FIND));
    items.add(check(Command.FOLD, settings.foldedProperty()));
    items.add(check(Command.REDUCED_MOTION, settings.reducedMotionProperty()));
    items.add(item(Command.ZOOM_IN));
    items.add(item(Command.ZOOM_OUT));
    items.add(item(Command.ZOOM_RESET));
    items.add(new SeparatorMenuItem());
    items.add(item(Command.KEYS));
    items.add(item(Command.ABOUT));
    items.add(item(Command.QUIT));
    getItems().setAll(items);
    setOnShowing(_ -> openLast.setVisible(bench.last() != null));
    setOnShown(_ -> alignRight(items.getFirst().getParentPopup()));
  }

  /** It hangs from the right end of the button, so that it stays within the window. */
  private void alignRight(ContextMenu popup) {
    popup.setX(localToScreen(getBoundsInLocal()).getMaxX() - popup.getWidth());
  }

  private MenuItem item(Command command) {
    return named(new MenuItem(), command, () -> commands.run(command));
  }

  private MenuItem check(Command command, BooleanProperty setting) {
    CheckMenuItem item = new CheckMenuItem();
    item.selectedProperty().bindBidirectional(setting);
    return named(item, command, () -> {});
  }

  private MenuItem named(MenuItem item, Command command, Runnable action) {
    item.setId(command.name());
    words.bind(item.textProperty(), command.key());
    command.keys().ifPresent(item::setAccelerator);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
