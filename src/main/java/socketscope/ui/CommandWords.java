package socketscope.ui;

import java.util.Map;
import java.util.stream.Stream;
import socketscope.text.Language;
import socketscope.text.Texts;
import socketscope.ui.command.Command;
import socketscope.ui.menu.MenuNames;

/** The words of one language that find a command. */
final class CommandWords {

  private final Texts window;
  private final Texts synonyms;
  private final Map<Command, String> menus;

  CommandWords(Language language) {
    window = Texts.of("ui", language);
    synonyms = Texts.of("palette", language);
    menus = MenuNames.of(window);
  }

  String name(Command command) {
    return window.get(command.key());
  }

  /** The menu that it stands in. */
  String menu(Command command) {
    return menus.getOrDefault(command, "");
  }

  /** What people also call it. */
  String synonyms(Command command) {
    return synonyms.get(command.key());
  }

  Stream<String> all(Command command) {
    return Stream.of(name(command), menu(command), synonyms(command));
  }
}
