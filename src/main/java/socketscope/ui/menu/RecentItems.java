package socketscope.ui.menu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import socketscope.ui.file.RecentFiles;
import socketscope.ui.wording.Words;

/** The files that were opened lately, as items of a menu. */
public final class RecentItems {

  private final RecentFiles recent;
  private final Consumer<Path> open;
  private final Words words;
  private final Mnemonics mnemonics;

  /** Items that have those files opened. */
  public RecentItems(RecentFiles recent, Consumer<Path> open, Words words) {
    this.recent = recent;
    this.open = open;
    this.words = words;
    this.mnemonics = new Mnemonics(words);
  }

  /** The items; those that are missing say so. */
  public List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    for (Path file : recent.list()) {
      items.add(item(Mnemonics.numbered(items.size() + 1, name(file)), () -> open.accept(file)));
    }
    if (items.isEmpty()) {
      MenuItem none = item(words.get("recent.none"), () -> {});
      none.setDisable(true);
      return List.of(none);
    }
    items.add(new SeparatorMenuItem());
    items.add(item(mnemonics.name("recent.clear"), recent::clear));
    return items;
  }

  private String name(Path file) {
    return words.get(
        Files.exists(file) ? "recent.file" : "recent.missing",
        String.valueOf(file.getFileName()),
        String.valueOf(file.getParent()));
  }

  private static MenuItem item(String name, Runnable action) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
