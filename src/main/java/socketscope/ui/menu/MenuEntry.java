package socketscope.ui.menu;

import java.util.List;
import socketscope.ui.command.Command;

/** What stands in a menu. */
public sealed interface MenuEntry {

  /**
   * Gives a command.
   *
   * @param key of what it is called there: short where the menu says the rest
   */
  record Gives(Command command, String key) implements MenuEntry {}

  /** Sets what is above apart from what is below. */
  record Line() implements MenuEntry {}

  /** A menu with its name. */
  record Opens(String key, List<MenuEntry> entries) implements MenuEntry {

    /** A menu with its name. */
    public Opens {
      entries = List.copyOf(entries);
    }
  }

  /** Stands for items that are made anew whenever the menu opens. */
  record Listed(Listing listing) implements MenuEntry {}
}
