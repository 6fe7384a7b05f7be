package socketscope.ui.menu;

import java.util.EnumMap;
import java.util.Map;
import socketscope.text.Texts;
import socketscope.ui.command.Command;
import socketscope.ui.menu.MenuEntry.Gives;
import socketscope.ui.menu.MenuEntry.Opens;

/** The menu that each command stands in, as it is called. */
public final class MenuNames {

  private final Map<Command, String> names = new EnumMap<>(Command.class);
  private final Texts texts;

  private MenuNames(Texts texts) {
    this.texts = texts;
  }

  /**
   * The names in a language: {@code File ▸ Export}.
   *
   * @param texts those of the window
   */
  public static Map<Command, String> of(Texts texts) {
    MenuNames names = new MenuNames(texts);
    Menus.all().forEach(menu -> names.add(menu, ""));
    return names.names;
  }

  private void add(Opens menu, String before) {
    String name = before + texts.get(menu.key());
    for (MenuEntry entry : menu.entries()) {
      switch (entry) {
        case Gives(Command command, String _) -> names.putIfAbsent(command, name);
        case Opens inner -> add(inner, name + " ▸ ");
        case MenuEntry.Line _, MenuEntry.Listed _ -> {}
      }
    }
  }
}
