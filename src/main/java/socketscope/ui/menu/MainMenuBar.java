package socketscope.ui.menu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.menu.MenuEntry.Listing;
import socketscope.ui.wording.Words;

/**
 * The menus in a row of their own, or where the system has them. The keys of the commands work
 * through their items, as the system wants it; so a command without an item has no key.
 */
public final class MainMenuBar extends MenuBar {

  private final Commands commands;
  private final Map<Listing, Supplier<List<MenuItem>>> listings;
  private final Mnemonics mnemonics;

  /**
   * A bar of those menus.
   *
   * @param listings make the items that are listed when a menu opens
   */
  public MainMenuBar(
      List<MenuEntry.Opens> menus,
      Map<Listing, Supplier<List<MenuItem>>> listings,
      Commands commands,
      Words words) {
    this.commands = commands;
    this.listings = listings;
    this.mnemonics = new Mnemonics(words);
    setId("menu");
    setUseSystemMenuBar(true);
    words.name(this, "menu");
    menus.forEach(menu -> getMenus().add(menu(menu)));
    getMenus().forEach(menu -> menu.addEventHandler(Menu.ON_SHOWING, _ -> commands.refresh()));
    getMenus().forEach(MenuLetters::listenIn);
  }

  private Menu menu(MenuEntry.Opens opens) {
    Menu menu = new Menu();
    menu.setId(opens.key());
    mnemonics.bind(menu.textProperty(), opens.key());
    List<Supplier<List<MenuItem>>> parts = opens.entries().stream().map(this::items).toList();
    // Without an item no menu opens.
    menu.getItems().setAll(all(parts));
    if (opens.entries().stream().anyMatch(MenuEntry.Listed.class::isInstance)) {
      menu.addEventHandler(
          Menu.ON_SHOWING,
          event -> {
            if (event.getTarget().equals(menu)) {
              menu.getItems().setAll(all(parts));
            }
          });
    }
    return menu;
  }

  private static List<MenuItem> all(List<Supplier<List<MenuItem>>> parts) {
    List<MenuItem> items = new ArrayList<>();
    parts.forEach(part -> items.addAll(part.get()));
    return items;
  }

  private Supplier<List<MenuItem>> items(MenuEntry entry) {
    return switch (entry) {
      case MenuEntry.Gives(Command command, String key) -> always(item(command, key));
      case MenuEntry.Line _ -> always(new SeparatorMenuItem());
      case MenuEntry.Opens opens -> always(menu(opens));
      case MenuEntry.Listed(Listing listing) -> listings.getOrDefault(listing, List::of);
    };
  }

  private static Supplier<List<MenuItem>> always(MenuItem item) {
    List<MenuItem> alone = List.of(item);
    return () -> alone;
  }

  private MenuItem item(Command command, String key) {
    MenuItem item =
        commands
            .setting(command)
            .<MenuItem>map(setting -> {
              CheckMenuItem check = new CheckMenuItem();
              check.selectedProperty().bindBidirectional(setting);
              return check;
            })
            .orElseGet(() -> {
              MenuItem plain = new MenuItem();
              plain.setOnAction(_ -> commands.run(command));
              return plain;
            });
    item.setId(command.name());
    mnemonics.bind(item.textProperty(), key);
    command.keys().ifPresent(item::setAccelerator);
    item.disableProperty().bind(commands.possibleProperty(command).not());
    return item;
  }
}
