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

  /** What a menu lists when it opens. */
  enum Listing {
    /** The files that were opened lately. */
    RECENT,
    /** What can be tried: TCP, UDP ... */
    EXCHANGES,
    /** The versions of IP; over AF_UNIX the kinds of names. */
    FAMILIES,
    /** Which rows the diagram shows. */
    FILTERS,
    THEMES,
    LANGUAGES,
    /** The lessons that come with the application, by chapters. */
    LESSONS
  }
}
