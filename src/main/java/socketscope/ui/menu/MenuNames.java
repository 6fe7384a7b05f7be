package socketscope.ui.menu;

import java.util.EnumMap;
import java.util.Map;
import socketscope.ui.command.Command;
import socketscope.ui.menu.MenuEntry.Gives;
import socketscope.ui.menu.MenuEntry.Opens;
import socketscope.ui.wording.Words;

/** The menu that each command stands in, as it is called. */
public final class MenuNames {

  private final Map<Command, String> names = new EnumMap<>(Command.class);
  private final Words words;

  private MenuNames(Words words) {
    this.words = words;
  }

  /** The names in the language of the moment: {@code File ▸ Export}. */
  public static Map<Command, String> of(Words words) {
    MenuNames names = new MenuNames(words);
    Menus.all().forEach(menu -> names.add(menu, ""));
    return names.names;
  }

  private void add(Opens menu, String before) {
    String name = before + plain(words.get(menu.key()));
    for (MenuEntry entry : menu.entries()) {
      switch (entry) {
        case Gives(Command command, String _) -> names.putIfAbsent(command, name);
        case Opens inner -> add(inner, name + " ▸ ");
        case MenuEntry.Line _, MenuEntry.Listed _ -> {}
      }
    }
  }

  /** Without the mark of the letter that opens it. */
  public static String plain(String name) {
    return name.replace("_", "");
  }
}
